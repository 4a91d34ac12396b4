//! Confidence limits of a survival probability.

use statrs::distribution::{ContinuousCDF, Normal};

/// The scale on which the limits are symmetric.
///
/// References: Kalbfleisch and Prentice (1980) for log-log; Borgan and Liestøl (1990) for arcsin;
/// R: `survfit(conf.type = )`, equal in all five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConfType {
    /// `log(-log S)`.
    #[default]
    LogLog,
    /// `log S`; the upper limit is at most 1.
    Log,
    /// `S`; the limits are clipped to 0 and 1.
    Plain,
    /// `log(S / (1 - S))`.
    Logit,
    /// `asin(sqrt S)`; the limits are clipped to 0 and 1.
    ArcSin,
}

/// The standard normal quantile that belongs to a two-sided confidence level.
///
/// None for a level that is not between 0 and 1.
pub fn normal_quantile(conf_level: f64) -> Option<f64> {
    if !(conf_level > 0.0 && conf_level < 1.0) {
        return None;
    }
    // By the lower tail: 1 less a small tail would lose the digits of the tail.
    Some(-Normal::standard().inverse_cdf((1.0 - conf_level) / 2.0))
}

/// The limits `(low, high)` of a survival probability strictly between 0 and 1.
///
/// # Definition
/// With `log_se` the standard error of `log S` (the root of Greenwood's sum) and `z` the normal quantile,
/// `S ± z S log_se` on the scale of `conf_type`, by the delta method, transformed back.
///
/// # References
/// R: `survival:::survfit_confint`.
pub fn survival_limits(conf_type: ConfType, survival: f64, log_se: f64, z: f64) -> (f64, f64) {
    let half = z * log_se;
    match conf_type {
        ConfType::Plain => {
            let half = log_se * survival * z;
            ((survival - half).max(0.0), (survival + half).min(1.0))
        }
        ConfType::Log => {
            let log = libm::log(survival);
            (libm::exp(log - half), libm::exp(log + half).min(1.0))
        }
        ConfType::LogLog => {
            // exp(-exp(log(-log S) ± h)) = S^exp(±h)
            let log = libm::log(survival);
            let power = libm::exp(-half / log);
            (libm::exp(log * power), libm::exp(log / power))
        }
        ConfType::Logit => {
            let half = half * (1.0 + survival / (1.0 - survival));
            let centre = libm::log(survival / (1.0 - survival));
            (1.0 - 1.0 / (1.0 + libm::exp(centre - half)), 1.0 - 1.0 / (1.0 + libm::exp(centre + half)))
        }
        ConfType::ArcSin => {
            let half = 0.5 * half * libm::sqrt(survival / (1.0 - survival));
            let centre = libm::asin(libm::sqrt(survival));
            let low = libm::sin((centre - half).max(0.0));
            let high = libm::sin((centre + half).min(std::f64::consts::FRAC_PI_2));
            (low * low, high * high)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_normal_distribution() {
        // R: qnorm(c(.975, .995, .95)), 17 digits
        for (level, z) in
            [(0.95, 1.959_963_984_540_053_6), (0.99, 2.575_829_303_548_9), (0.9, 1.644_853_626_951_471_5)]
        {
            assert!((normal_quantile(level).unwrap() - z).abs() < 1e-13 * z);
        }
        assert_eq!([0.0, 1.0, f64::NAN].map(normal_quantile), [None; 3]);
    }

    #[test]
    fn limits_are_those_of_r() {
        // R: survival:::survfit_confint(0.8, 0.1, logse = TRUE, type, 0.95), and (0.95, 0.2, .., 0.9)
        use ConfType::{ArcSin, Log, LogLog, Logit, Plain};
        for (conf_type, first, second) in [
            (LogLog, [0.584_449_088_202_953, 0.911_458_059_564_583], [2.573_525e-14, 0.999_915_921_555_389]),
            (Log, [0.657_612_156_158_711, 0.973_218_019_171_682], [0.683_680_880_107_695, 1.0]),
            (Plain, [0.643_202_881_236_796, 0.956_797_118_763_204], [0.637_477_810_879_220, 1.0]),
            (
                Logit,
                [0.600_203_325_338_887, 0.914_219_293_398_931],
                [0.025_706_329_341_883, 0.999_926_917_862_037],
            ),
            (ArcSin, [0.624_432_549_699_659, 0.930_057_201_626_476], [0.345_481_342_234_579, 1.0]),
        ] {
            for ((survival, log_se, level), expected) in
                [((0.8, 0.1, 0.95), first), ((0.95, 0.2, 0.9), second)]
            {
                let (low, high) =
                    survival_limits(conf_type, survival, log_se, normal_quantile(level).unwrap());
                assert!((low - expected[0]).abs() < 1e-12, "{conf_type:?}: {low}");
                assert!((high - expected[1]).abs() < 1e-12, "{conf_type:?}: {high}");
            }
        }
    }

    #[test]
    fn every_scale_keeps_the_estimate_inside() {
        let all = [ConfType::LogLog, ConfType::Log, ConfType::Plain, ConfType::Logit, ConfType::ArcSin];
        for conf_type in all {
            for survival in [0.01, 0.5, 0.99] {
                let (low, high) = survival_limits(conf_type, survival, 0.7, 1.96);
                assert!(0.0 <= low && low < survival && survival < high && high <= 1.0, "{conf_type:?}");
            }
        }
    }
}
