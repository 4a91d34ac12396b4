//! The thresholds of the response rules, in canonical units.
//!
//! ITP: Rodeghiero et al., Blood 2009;113:2386 (international working group). AIHA: Jaeger et al.,
//! Blood Rev 2020;41:100648 (first international consensus). The others are working definitions.

/// ITP, platelets 10^9/L: complete response.
pub(super) const ITP_COMPLETE: f64 = 100.0;
/// ITP, platelets 10^9/L: response.
pub(super) const ITP_RESPONSE: f64 = 30.0;
/// ITP: response needs so many times the baseline.
pub(super) const ITP_BASELINE_MULTIPLE: f64 = 2.0;

/// AIHA, haemoglobin g/L: response needs such a rise over baseline, or a normal value.
pub(super) const AIHA_RISE: f64 = 20.0;
/// Lower limit of haemoglobin, g/L, female, where a value comes without its own.
pub(super) const HGB_LOWER_FEMALE: f64 = 120.0;
/// Lower limit of haemoglobin, g/L, male and not known.
pub(super) const HGB_LOWER_OTHER: f64 = 130.0;
/// Values of different tests belong together if they are at most so many days apart.
pub(super) const SAME_VISIT: i32 = 7;

/// PRCA: transfusion-free for so many days.
pub(super) const PRCA_TRANSFUSION_FREE: i32 = 56;

/// AIN, neutrophils 10^9/L: complete response.
pub(super) const AIN_COMPLETE: f64 = 1.5;
/// AIN, neutrophils 10^9/L: response.
pub(super) const AIN_RESPONSE: f64 = 0.5;
/// AIN: response needs so many times the baseline.
pub(super) const AIN_BASELINE_MULTIPLE: f64 = 2.0;

/// AA, haemoglobin g/L: complete response is above.
pub(super) const AA_COMPLETE_HGB: f64 = 100.0;
/// AA, neutrophils 10^9/L: complete response is above.
pub(super) const AA_COMPLETE_ANC: f64 = 1.0;
/// AA, platelets 10^9/L: complete response is above.
pub(super) const AA_COMPLETE_PLT: f64 = 100.0;
/// AA, platelets 10^9/L: response.
pub(super) const AA_RESPONSE_PLT: f64 = 20.0;
/// AA, neutrophils 10^9/L: response.
pub(super) const AA_RESPONSE_ANC: f64 = 0.5;
/// AA: transfusion-independent means none for so many days.
pub(super) const AA_TRANSFUSION_FREE: i32 = 28;

/// Values are masked on the days of a transfusion of that product, or of G-CSF, and for so many
/// days after.
pub(super) const MASK: i32 = 7;
/// A response is confirmed by a second qualifying value at least so many days later.
pub(super) const CONFIRMATION: i32 = 7;
/// Rating starts on this day where neutrophils were not measured; cord blood: day 42.
pub(super) const RATED_FROM_UNMEASURED: i32 = 30;
/// The same, cord blood.
pub(super) const RATED_FROM_UNMEASURED_CORD: i32 = 42;
/// Steroids that start after this day are rescue treatment.
pub(in crate::cohort) const STEROID_RESCUE_AFTER: i32 = 28;
/// Other rescue treatment counts after this day.
pub(in crate::cohort) const RESCUE_AFTER: i32 = 0;
