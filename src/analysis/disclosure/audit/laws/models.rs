//! Models of one endpoint: whom one leaves out and another does not has no value of a variable that is known.

use super::between;
use crate::analysis::disclosure::audit::book::{Book, Name, TREATED, What, label};
use crate::domain::Group;

/// Two models, one of which has all variables of the other; a model and each of its variables.
pub(super) fn models(book: &mut Book) {
    let models = book.models.clone();
    for (wider, few) in &models {
        for (own, variables) in models.iter().filter(|(own, _)| *own != wider) {
            let again = few == variables && own < wider;
            if endpoint(own) == endpoint(wider) && few.is_subset(variables) && !again {
                differ(book, own, wider);
            }
        }
        for variable in few {
            without_another(book, wider, variable);
        }
    }
}

/// The endpoint of a model, with its landmark.
fn endpoint(model: &str) -> &str {
    model.split('#').next().unwrap_or_default()
}

fn line(subject: &str) -> Name {
    Name {
        subject: subject.to_owned(),
        population: TREATED.to_owned(),
        by: String::new(),
        group: Group::everybody(),
        what: What::N,
    }
}

/// Patients and events of the wider model that the other one leaves out.
fn differ(book: &mut Book, own: &str, wider: &str) {
    let of = line(wider);
    let names: Vec<(Name, usize)> = book.of_line(&of).map(|(name, number)| (name.clone(), number)).collect();
    for (name, whole) in
        names.into_iter().filter(|(name, _)| matches!(name.what, What::N | What::Events(_, None)))
    {
        let part = book.index.get(&Name { subject: own.to_owned(), ..name.clone() }).copied();
        if let Some(part) = part.filter(|part| told(book, &[*part, whole])) {
            let what = format!("{} that {own} leaves out", label(&name));
            between(book, (&of, what), whole, vec![(part, -1.0)]);
        }
    }
}

/// Patients whose value of a variable is known, and who are left out for another one; where everybody is counted.
fn without_another(book: &mut Book, model: &str, variable: &str) {
    let find = |name: Name| book.index.get(&name).copied();
    let cohort = line("");
    let known = find(Name { what: What::Other(variable.to_owned()), ..cohort.clone() });
    let counted = find(line(endpoint(model))).zip(find(cohort));
    let everybody = counted
        .is_some_and(|(counted, all)| told(book, &[counted, all]) && book.told(counted) == book.told(all));
    let numbers = known.zip(find(line(model))).filter(|(known, own)| told(book, &[*known, *own]));
    if let Some((known, own)) = numbers.filter(|_| everybody) {
        let what = format!("with {variable}, but left out for another variable");
        between(book, (&line(model), what), known, vec![(own, -1.0)]);
    }
}

fn told(book: &Book, numbers: &[usize]) -> bool {
    numbers.iter().all(|number| book.told(*number).is_some())
}
