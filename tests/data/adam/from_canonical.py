#!/usr/bin/env python3
"""The first patients of the synthetic sample cohort (data/sample) in the form of CDISC ADaM.

    python3 from_canonical.py ../../../data/sample/incoming incoming

Names of terms, units and flags are those of a sponsor, so that the study has to map them; values, days and codes
mean what they mean in the canonical tables. No row stems from a person.
"""

import csv
import sys
from pathlib import Path

SUBJECTS = 60
STUDY = "ADAM-SYN"

# test -> PARAMCD, PARAM with its unit, canonical units in one of these, digits after the point
LABS = {
    "PLT": ("PLAT", "Platelets (10^3/uL)", 1, 0),
    "HGB": ("HGB", "Hemoglobin (g/dL)", 0.1, 1),
    "ANC": ("NEUT", "Neutrophils (10^9/L)", 1, 2),
    "LDH": ("LDH", "Lactate Dehydrogenase (U/L)", 1, 0),
    "HAPTO": ("HAPTOG", "Haptoglobin (g/L)", 1, 2),
    "BILI": ("BILI", "Bilirubin (umol/L)", 1, 0),
    "RETIC": ("RETI", "Reticulocytes (10^9/L)", 1, 0),
    "CHIM": ("CHIMDON", "Donor Chimerism (%)", 1, 0),
}
ADVERSE = {
    ("INFECTION", "BACTERIAL"): "Bacterial infection",
    ("INFECTION", "VIRAL"): "Viral infection",
    ("INFECTION", "FUNGAL"): "Fungal infection",
    ("INFECTION", "PARASITIC"): "Parasitic infection",
    ("INFECTION", "UNKNOWN"): "Infection",
    ("CMV", "VIRAL"): "Cytomegalovirus reactivation",
    ("EBV", "VIRAL"): "Epstein-Barr virus reactivation",
    ("BLEED", ""): "Haemorrhage",
    ("SOS", ""): "Sinusoidal obstruction syndrome",
    ("SECOND_MALIG", ""): "Second malignancy",
    ("SECOND_AUTOIMMUNE", ""): "Autoimmune disorder",
}
CLINICAL = {
    "AGVHD": "Acute graft versus host disease",
    "CGVHD": "Chronic graft versus host disease",
    "GRAFT_FAILURE": "Graft failure",
    "RELAPSE": "Relapse",
}
TREATMENTS = {
    "RBC_TX": "RED BLOOD CELLS",
    "PLT_TX": "PLATELETS",
    "STEROID": "PREDNISOLONE",
    "RITUX": "RITUXIMAB",
    "IVIG": "IMMUNOGLOBULIN",
    "GCSF": "FILGRASTIM",
    "TPO_RA": "ELTROMBOPAG",
    "IMMUNOSUPPRESSANT": "CICLOSPORIN",
    "SPLENECTOMY": "SPLENECTOMY",
}
FLAG = {"1": "Y", "0": "N", "": ""}


def study_day(day):
    """Days of ADaM: 1 for the anchor date, -1 for the day before; there is no day 0."""
    if day == "":
        return ""
    return str(int(day) + 1 if int(day) >= 0 else int(day))


def main(source, target):
    tables = {path.stem: list(csv.DictReader(path.open())) for path in Path(source).glob("*.csv")}
    subjects = [row["subject_id"] for row in tables["patients"]][:SUBJECTS]
    of = {name: [row for row in rows if row["subject_id"] in set(subjects)] for name, rows in tables.items()}
    follow_up = {row["subject_id"]: row for row in of["followup"]}
    first = {row["subject_id"]: row for row in of["transplants"] if row["hsct_seq"] == "1"}
    Path(target).mkdir(exist_ok=True)
    write(target, "adsl", [adsl(row, first[row["subject_id"]], follow_up[row["subject_id"]]) for row in of["patients"]])
    write(target, "adpr", [adpr(row) for row in of["transplants"]] + [splenectomy(s) for s in subjects[:3]])
    write(target, "adex", [adex(row) for row in of["regimen"]])
    write(target, "adlb", adlb(of["labs"]))
    write(target, "adae", [adae(row) for row in of["events"] if row["type"] not in CLINICAL])
    write(target, "adce", [adce(row) for row in of["events"] if row["type"] in CLINICAL])
    write(target, "adcm", [adcm(row) for row in of["treatments"]])
    write(target, "adtte", [adtte(row) for row in of["followup"]])


def transplant(row):
    return {
        "HSCTTYPE": row["type"],
        "DONOR": row["donor"],
        "CELLSRC": row["source"],
        "SEROTHER": row["serotherapy"],
        "CONDSTDY": study_day(row["cond_start_day"]),
        "CONDINT": row["cond_intensity"],
        "ADWPINT": row["adwp_intensity"],
        "CD34DOSE": row["cd34_1e6_kg"],
        "GVHDPRPH": row["gvhd_prophylaxis"],
    }


def adsl(patient, first, follow_up):
    return {
        "STUDYID": STUDY,
        "USUBJID": patient["subject_id"],
        "AGE": patient["age_years"],
        "AGEU": "YEARS",
        "SEX": patient["sex"],
        "REGION1": patient["region"],
        "DISORDER": patient["disorder"],
        "SECONDFL": FLAG[patient["secondary"]],
        "DIAGDY": study_day(patient["dx_day"]),
        "NPRIORLN": patient["n_prior_lines"],
        "SPLENFL": FLAG[patient["splenectomy"]],
        "HCTCI": patient["hct_ci"],
        "KPS": patient["kps"],
        "TXYEAR": patient["tx_year"],
        **transplant(first),
        "LSTALVDY": study_day(follow_up["last_contact_day"]),
        "DTHFL": "Y" if follow_up["vital"] == "DEAD" else "",
        "DTHDY": study_day(follow_up["death_day"]),
        "DTHCGR1": follow_up["cause_of_death"],
        "ASCTHRDY": study_day(follow_up["ascertained_through_day"]),
        "DCUTDY": study_day(follow_up["cutoff_day"]),
    }


def adpr(row):
    return {
        "STUDYID": STUDY,
        "USUBJID": row["subject_id"],
        "PRDECOD": "STEM CELL TRANSPLANTATION",
        "HSCTSEQ": row["hsct_seq"],
        "ASTDY": study_day(row["hsct_day"]),
        **transplant(row),
    }


def splenectomy(subject):
    """A procedure that is no transplant."""
    return {"STUDYID": STUDY, "USUBJID": subject, "PRDECOD": "BONE MARROW BIOPSY", "ASTDY": "-40"}


def adex(row):
    return {
        "STUDYID": STUDY,
        "USUBJID": row["subject_id"],
        "HSCTSEQ": row["hsct_seq"],
        "EXTRT": row["agent"],
        "EXDOSE": row["dose"],
        "EXDOSU": row["unit"],
        "EXROUTE": {"IV": "INTRAVENOUS", "PO": "ORAL", "": ""}[row["route"]],
        "EXFRACT": row["fractions"],
    }


def adlb(rows):
    delivered, base = [], {}
    for row in rows:
        code, param, factor, digits = LABS[row["test"]]

        def in_unit(value):
            return value if value == "" or factor == 1 else f"{float(value) * factor:.{digits}f}"

        value, key = in_unit(row["value"]), (row["subject_id"], code)
        if int(row["day"]) < 0:
            base[key] = value
        delivered.append(
            {
                "STUDYID": STUDY,
                "USUBJID": row["subject_id"],
                "PARAMCD": code,
                "PARAM": param,
                "ADY": study_day(row["day"]),
                "AVAL": value,
                "BASE": base.get(key, ""),
                "ANRLO": in_unit(row["lln"]),
                "ANRHI": in_unit(row["uln"]),
                "BLODFL": FLAG[row["below_lod"]],
                "DTYPE": "",
            }
        )
    # A test that the study does not read, and an imputed value of one that it does: left out by `where`.
    alt = {"PARAMCD": "ALT", "PARAM": "Alanine Aminotransferase (U/L)", "AVAL": "31", "DTYPE": ""}
    carried = {"PARAMCD": "PLAT", "PARAM": LABS["PLT"][1], "AVAL": "1", "DTYPE": "LOCF"}
    for extra in (alt, carried):
        delivered.append({**{name: "" for name in delivered[0]}, **delivered[0], **extra})
    return delivered


def adae(row):
    return {
        "STUDYID": STUDY,
        "USUBJID": row["subject_id"],
        "AEDECOD": ADVERSE[row["type"], row["organism_class"]],
        "AETOXGR": row["grade"],
        "AECERT": row["certainty"],
        "ASTDY": study_day(row["day"]),
        "AENDY": study_day(row["end_day"]),
    }


def adce(row):
    return {
        "STUDYID": STUDY,
        "USUBJID": row["subject_id"],
        "CEDECOD": CLINICAL[row["type"]],
        "CETOXGR": row["grade"],
        "ASTDY": study_day(row["day"]),
        "AENDY": study_day(row["end_day"]),
    }


def adcm(row):
    return {
        "STUDYID": STUDY,
        "USUBJID": row["subject_id"],
        "CMDECOD": TREATMENTS[row["class"]],
        "ASTDY": study_day(row["start_day"]),
        "AENDY": study_day(row["end_day"]),
        "CMDOSE": row["dose"],
    }


def adtte(row):
    """Overall survival in days from the infusion; CNSR 0 is death, 1 alive, 2 lost to follow-up."""
    dead = row["vital"] == "DEAD"
    return {
        "STUDYID": STUDY,
        "USUBJID": row["subject_id"],
        "PARAMCD": "OS",
        "PARAM": "Overall Survival (DAYS)",
        "AVAL": row["death_day"] if dead else row["last_contact_day"],
        "CNSR": {"DEAD": "0", "ALIVE": "1", "LTFU": "2"}[row["vital"]],
        "EVNTDESC": {"DEAD": "Death", "ALIVE": "Last contact", "LTFU": "Lost to follow-up"}[row["vital"]],
    }


def write(target, name, rows):
    names = list(rows[0])
    with (Path(target) / f"{name}.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
