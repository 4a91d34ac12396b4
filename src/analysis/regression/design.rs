//! The terms of a model and the columns of its variables -> columns of a design matrix.

use super::variable::{Cells, Coding, Part, Variable};
use crate::analysis::plain::PlainError;
use crate::study::term::{Crossing, ModelTerm, Shape, TermVariable};

/// The columns of a design matrix, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Design {
    /// One a column: `age`, `rx:Lev+5FU`, `age:sexM`.
    pub(super) names: Vec<String>,
    /// The values of the rows, a column after the other.
    pub(super) values: Vec<f64>,
}

/// What the columns of a design are made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Formula {
    /// The variables.
    pub(super) variables: Vec<Variable>,
    /// Which of them are multiplied.
    products: Vec<Product>,
}

/// The variables of a term, by their place, with their coding.
type Product = Vec<(usize, Coding)>;

/// The distinct variables of some terms, and which of them each term multiplies, main effects first.
///
/// # Errors
/// [`PlainError::Usage`] where a column has two references, or a term stands there twice.
pub(super) fn resolve(terms: &[ModelTerm]) -> Result<(Vec<TermVariable>, Vec<Vec<usize>>), PlainError> {
    let mut variables: Vec<TermVariable> = Vec::new();
    let (mut products, mut written): (Vec<Vec<usize>>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    for term in terms {
        let mut places = Vec::new();
        for variable in &term.variables {
            let variable = with_reference(variable, terms)?;
            let known = variables.iter().position(|known| *known == variable);
            places.push(known.unwrap_or(variables.len()));
            if known.is_none() {
                variables.push(variable);
            }
        }
        let key = sorted(&places);
        if written.contains(&key) {
            let names: Vec<&str> = term.columns().collect();
            return Err(PlainError::Usage(format!("there are two terms called {}", names.join(":"))));
        }
        written.push(key);
        let made = match term.crossing {
            Crossing::Alone => vec![places],
            Crossing::WithMargins => subsets(&places),
        };
        for product in made {
            if !products.iter().any(|known| sorted(known) == sorted(&product)) {
                products.push(product);
            }
        }
    }
    products.sort_by_key(Vec::len);
    Ok((variables, products))
}

fn sorted(places: &[usize]) -> Vec<usize> {
    let mut places = places.to_vec();
    places.sort_unstable();
    places
}

/// A category is compared with one level wherever it stands.
fn with_reference(variable: &TermVariable, terms: &[ModelTerm]) -> Result<TermVariable, PlainError> {
    if matches!(variable.shape, Shape::Spline(_)) {
        return Ok(variable.clone());
    }
    let same = terms.iter().flat_map(|term| &term.variables).filter(|other| other.column == variable.column);
    let references: Vec<&String> = same
        .filter_map(|other| match &other.shape {
            Shape::Against(level) => Some(level),
            _ => None,
        })
        .collect();
    let shape = match references.first() {
        None => Shape::AsIs,
        Some(first) => match references.iter().find(|other| *other != first) {
            None => Shape::Against((*first).clone()),
            Some(other) => {
                return Err(PlainError::Usage(format!(
                    "the covariate {} is compared with {first} and with {other}; name one reference",
                    variable.column
                )));
            }
        },
    };
    Ok(TermVariable { column: variable.column.clone(), shape })
}

/// All products of some of the variables, in their order, by their number.
fn subsets(places: &[usize]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for place in places {
        let with: Vec<Vec<usize>> =
            all.iter().map(|some| some.iter().copied().chain([*place]).collect()).collect();
        all.extend(with);
    }
    all.retain(|some| !some.is_empty());
    all.sort_by_key(Vec::len);
    all
}

impl Formula {
    /// The columns of these variables and products.
    ///
    /// # Definition
    /// A category has a column for all levels but its reference where the product without it is in the
    /// model too (the product of nothing always is), else one for every level, as R's `model.matrix`.
    pub(super) fn new(variables: Vec<Variable>, products: &[Vec<usize>]) -> Self {
        let has = |margin: &[usize]| {
            margin.is_empty() || products.iter().any(|product| sorted(product) == sorted(margin))
        };
        let coding = |product: &[usize], place: usize| {
            let margin: Vec<usize> = product.iter().copied().filter(|other| *other != place).collect();
            if has(&margin) { Coding::Contrasts } else { Coding::Indicators }
        };
        let coded =
            |product: &Vec<usize>| product.iter().map(|place| (*place, coding(product, *place))).collect();
        Self { products: products.iter().map(coded).collect(), variables }
    }

    /// The columns for some rows; one [`Cells`] a variable.
    pub(super) fn design(&self, cells: &[Cells]) -> Design {
        let mut design = Design::default();
        let rows = cells.first().map_or(0, Cells::len);
        let width = |product: &Product| -> usize {
            product.iter().map(|(place, coding)| self.variables[*place].column_names(*coding).len()).product()
        };
        design.values.reserve_exact(rows * self.products.iter().map(width).sum::<usize>());
        for product in &self.products {
            if let [(place, coding)] = product.as_slice() {
                let variable = &self.variables[*place];
                let names = variable.column_names(*coding);
                design.names.extend(names.iter().map(|name| variable.main_name(name)));
                variable.append(*coding, &cells[*place], &mut design.values);
                continue;
            }
            for part in self.columns(product, cells) {
                design.names.push(part.name);
                design.values.extend(part.values);
            }
        }
        design
    }

    /// The columns of a product; the first variable varies fastest.
    fn columns(&self, product: &Product, cells: &[Cells]) -> Vec<Part> {
        let mut columns: Vec<Part> = Vec::new();
        for (index, (place, coding)) in product.iter().enumerate() {
            let parts = self.variables[*place].parts(*coding, &cells[*place]);
            if index == 0 {
                columns = parts;
                continue;
            }
            let multiplied = |left: &Part, right: &Part| Part {
                name: format!("{}:{}", left.name, right.name),
                values: left.values.iter().zip(&right.values).map(|(a, b)| a * b).collect(),
            };
            columns = parts
                .iter()
                .flat_map(|right| columns.iter().map(|left| multiplied(left, right)).collect::<Vec<_>>())
                .collect();
        }
        columns
    }

    /// What each category is compared with: `rx=Obs, sex=F`.
    pub(super) fn references(&self) -> String {
        let reference = |variable: &Variable| {
            let levels = variable.levels().filter(|levels| levels.len() > 1)?;
            Some(format!("{}={}", variable.name, levels[0]))
        };
        self.variables.iter().filter_map(reference).collect::<Vec<_>>().join(", ")
    }

    /// Categories that have one level only.
    pub(super) fn constant(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().filter(|variable| variable.is_constant()).map(|variable| variable.name.as_str())
    }
}

impl Design {
    /// Refuses two columns of one name.
    ///
    /// # Errors
    /// [`PlainError::Usage`] naming the term.
    pub(super) fn check_names(&self) -> Result<(), PlainError> {
        for (index, name) in self.names.iter().enumerate() {
            if name == super::model_rows::GLOBAL || self.names[..index].contains(name) {
                return Err(PlainError::Usage(format!("there are two terms called {name}")));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::frame::ColumnData;

    fn text(codes: &[u32], levels: &[&str]) -> ColumnData {
        ColumnData::Text { codes: codes.to_vec(), levels: levels.iter().map(ToString::to_string).collect() }
    }

    fn whole(values: &[i64]) -> ColumnData {
        ColumnData::Integer { values: values.to_vec(), valid: None }
    }

    fn design(terms: &[&str], columns: &[(&str, ColumnData)], rows: &[usize]) -> Result<Design, PlainError> {
        let terms: Vec<ModelTerm> = terms.iter().map(|term| ModelTerm::parse(term).unwrap()).collect();
        let (specs, products) = resolve(&terms)?;
        let (mut variables, mut cells) = (Vec::new(), Vec::new());
        for spec in &specs {
            let column = columns.iter().find(|(name, _)| *name == spec.column).unwrap();
            let (variable, own) = Variable::read(spec, &column.1, rows)?;
            variables.push(variable);
            cells.push(own);
        }
        Ok(Formula::new(variables, &products).design(&cells))
    }

    #[test]
    fn the_first_level_of_the_rows_used_is_the_reference() {
        let rx = [("rx", text(&[2, 0, 1, 2], &["Lev", "Lev+5FU", "A"]))];
        let all = design(&["rx"], &rx, &[0, 1, 2, 3]).unwrap();
        assert_eq!(all.names, ["rx:Lev", "rx:Lev+5FU"]);
        assert_eq!(all.values, [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
        assert_eq!(design(&["rx"], &rx, &[1, 2]).unwrap().names, ["rx:Lev+5FU"]);
        assert_eq!(design(&["rx=Lev+5FU"], &rx, &[1, 2]).unwrap().names, ["rx:Lev"]);
        assert!(matches!(design(&["rx=A"], &rx, &[1, 2]), Err(PlainError::Usage(_))));
    }

    #[test]
    fn numbers_are_linear_unless_a_reference_is_named() {
        let group = [("group", whole(&[1, 3, 10]))];
        assert_eq!(design(&["group"], &group, &[0, 1, 2]).unwrap().values, [1.0, 3.0, 10.0]);
        assert_eq!(design(&["group=3"], &group, &[0, 1, 2]).unwrap().names, ["group:1", "group:10"]);
    }

    #[test]
    fn one_level_is_a_term_without_a_coefficient() {
        let sex = [("sex", text(&[0, 0], &["F"]))];
        let design = design(&["sex"], &sex, &[0, 1]).unwrap();
        assert_eq!((design.names, design.values), (vec!["sex".to_owned()], vec![0.0, 0.0]));
    }

    /// As R's `model.matrix(~ age * sex * rx)`, of which the main effects come first.
    #[test]
    fn products_come_with_what_they_are_made_of() {
        let columns = [
            ("age", whole(&[1, 2, 3])),
            ("sex", text(&[0, 1, 1], &["F", "M"])),
            ("rx", text(&[0, 1, 2], &["a", "b", "c"])),
        ];
        let rows = [0, 1, 2];
        let crossed = design(&["age*sex", "rx"], &columns, &rows).unwrap();
        assert_eq!(crossed.names, ["age", "sex:M", "rx:b", "rx:c", "age:sexM"]);
        assert_eq!(crossed.values[12..], [0.0, 2.0, 3.0]);
        let both = design(&["sex*rx"], &columns, &rows).unwrap();
        assert_eq!(both.names, ["sex:M", "rx:b", "rx:c", "sexM:rxb", "sexM:rxc"]);
        let three = design(&["age*sex*rx", "age"], &columns, &rows).unwrap();
        assert_eq!(three.names.len(), 11);
        assert_eq!(three.names[10], "age:sexM:rxc");
    }

    /// As R: `~ age:sex` has a slope for every sex, `~ age + age:sex` one for every sex but the first.
    #[test]
    fn products_alone_have_every_level_that_their_margin_leaves() {
        let columns = [("age", whole(&[1, 2, 3])), ("sex", text(&[0, 1, 1], &["F", "M"]))];
        let rows = [0, 1, 2];
        assert_eq!(design(&["age:sex"], &columns, &rows).unwrap().names, ["age:sexF", "age:sexM"]);
        assert_eq!(design(&["age", "age:sex"], &columns, &rows).unwrap().names, ["age", "age:sexM"]);
        let by_sex = design(&["age:sex", "sex=M"], &columns, &rows).unwrap();
        assert_eq!(by_sex.names, ["sex:F", "age:sexM", "age:sexF"]);
    }

    #[test]
    fn splines_are_named_as_r_names_them() {
        let age = [("age", whole(&[1, 2, 4, 7, 11, 3])), ("sex", text(&[0, 1, 1, 0, 0, 1], &["F", "M"]))];
        let rows = [0, 1, 2, 3, 4, 5];
        let design = design(&["sex*ns(age;2)"], &age, &rows).unwrap();
        assert_eq!(design.names, ["sex:M", "ns(age;2)1", "ns(age;2)2", "sexM:ns(age;2)1", "sexM:ns(age;2)2"]);
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let columns = [("age", whole(&[1, 1, 1])), ("rx", text(&[0, 1, 2], &["a", "b", "c"]))];
        for terms in [&["rx=a", "rx=b:age"][..], &["age", "age"], &["ns(age;2)"]] {
            assert!(matches!(design(terms, &columns, &[0, 1, 2]), Err(PlainError::Usage(_))), "{terms:?}");
        }
    }
}
