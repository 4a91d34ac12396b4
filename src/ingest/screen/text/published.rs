//! Codes of published vocabularies, by their form: what is recognised may come once a subject.
//!
//! Sources: the descriptions of ICD-10, ICD-10-CM, ICD-10-PCS, ICD-11, ICPC-2, ATC, HCPCS, ISBT 128, ISCN 2020, HGVS,
//! IPD-IMGT/HLA, IPD-KIR, HGNC, Ensembl, `RefSeq`, KEGG, Reactome, Pfam, CDISC controlled terminology, ISO 8601 durations.

use std::sync::LazyLock;

use regex::RegexSet;

use super::super::vocabulary::are_genes;

/// Whole texts that are codes of a published vocabulary, or what no registry of persons writes.
const FORMS: &[&str] = &[
    // ICD-10, ICD-10-CM, ICD-O, ICPC: four characters, or more behind a point; several of them.
    r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?[+*!GVZ-]?([;,/ ]+[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?[+*!]?)*",
    r"[A-TV-Z]\d\d[0-9X]( [GVZ])?",
    r"(M-?)?\d{4}/[0-9]",
    // ICD-11, ICD-10-PCS (transfusion, administration), OPS.
    r"[0-9A-Z][A-HJ-NP-Z]\d[0-9A-Z](\.[0-9A-HJ-NP-Z]{1,2})?(&X[A-Z][0-9A-Z]{2,4})*",
    r"(302|3E0|6A[05])[0-9A-HJ-NP-Z]{4}",
    r"\d-\d\d[0-9a-z](\.[0-9a-z]{1,2})?",
    // ATC, DRG, HCPCS.
    r"[A-Z]\d\d([A-Z]([A-Z](\d\d)?)?)?([,; ]+[A-Z]\d\d[A-Z]{2}\d\d)*",
    r"[A-Z]\d\d[A-Z]",
    r"[JQ]\d{4}",
    // HLA and KIR: alleles, groups, antigens, haplotypes, typings of several loci.
    r"((HLA-)?(A|B|C|Cw|E|F|G|MICA|MICB|DRA|DRB[1-9]?|DQA1|DQB1|DPA1|DPB1|KIR\w+)\*[0-9A-Z:,/~+ *^-]+|KIR\d?D[LSP]\d?\w*)",
    r"(HLA-)?(A|B|C|DR|DQ|DP|DRB[1-5]|DQA1|DQB1|DPA1|DPB1|E|MICA)\*.*",
    r"\d\d\d?:\d\d\d?(:\d\d\d?){0,2}[NLSCAQGP]?",
    r"(A|B|Bw|C|Cw|DR|DQ|DP|Dw)\d{1,3}(\(\d{1,3}\))?",
    // Variants, genes, transcripts, places on chromosomes, karyotypes.
    r"([A-Za-z0-9_.()-]+[: ])?([cgmnr]\.[(\[]?[-*?]?\d.*|p\.[(\[]?([A-Z][a-z]{2}|[A-Z*])\d.*|p\.[0?=].*)",
    r"[ACDEFGHIKLMNPQRSTVWY]\d{1,3}([ACDEFGHIKLMNPQRSTVWY*X]|fs.*|del|dup)",
    r"(N[MPRCGTW]_|X[MPR]_|ENS[A-Z]*[GTPER]|LRG_|rs|COS[MV]|RCV|VCV|SCV|cg|hsa|PF|PTHR|IPR)\d+(\.\d+)?",
    r"chr([0-9]{1,2}|[XYM]).*",
    // Alignments of sequences; answers from A to E one behind the other.
    r"(\d{1,4}[MIDNSHP=X]){2,}|[A-E]{5,}|HLA\d{5}",
    r"\d{6,18} ?\| ?[A-Za-z][A-Za-z ,()-]{3,}\|?",
    r"rs\d+[ :_(/-]*[ACGTDI-]{1,2}([/|>]?[ACGTDI-]{1,2})?\)?",
    r"([1-9]|1\d|2[0-2]|X|Y|MT?)[-:_]\d{3,9}[-:_][ACGT]+[-:_>/][ACGT]+",
    r"([0-9]{1,2}|[XY])[pq](\d{1,2}(\.\d{1,3})?|ter)?([-;pq0-9.]*)",
    r"\d{2}(~\d{2})?,[XY?]{1,5}.*|<\dn>.*|(nuc )?ish ?\(?.*|arr ?[\[(].*",
    r"T[RC]?[ABGD]?[VDJC]\d.*|TR[ABGD][VDJC]\d.*|IG[HKL][VDJC]\d.*|D\d{1,2}S\d{2,4}",
    r"[ACGTUN]{6,}|CA[A-Z]{6,25}[FW]",
    r"(t|del|inv|add|der|dup|ins|i|dic|idic|r|trp|tas)\([0-9XY;?]+\).*|[-+]([0-9]{1,2}|[XY])([pq].*)?|[a-z]{3}-(mir|miR|let)-\S+",
    r"[A-Z][A-Z0-9]{1,9}[: ,]+(p\.|c\.)?\(?([A-Z]|[A-Z][a-z]{2})\d{1,4}([A-Z*]|[A-Z][a-z]{2}|fs\S*)\)?( \(?\d{1,2}(\.\d+)?%\)?)?",
    // MeSH by its tree, expressions of SNOMED CT, sizes of images.
    r"[A-Z]\d\d(\.\d{3})+|\d{6,18}:\d{6,18}=\d{6,18}.*|\d{1,4} ?[x×] ?\d{1,4}( ?[x×] ?\d{1,4})?( ?(mm|cm|px))?",
    // Identifiers of published entries, with what they are called.
    r"(HP|MONDO|GO|DOID|CHEBI|UBERON|EFO|NCIT|MESH|HGNC|MIM|OMIM|CL|ORPHA|Orphanet|SNOMED|SCTID|LOINC|RXCUI|UMLS|PMID|PDB|ICD-?10|ICD-?11)([: _]+[A-Z*#%]?|[*#%]?)[0-9.]{1,12}",
    // Procedures of Brazil.
    r"\d\d\.\d\d\.\d\d\.\d{3}-\d",
    r"R-HSA-\d+(\.\d+)?|DB\d{5}|CHEMBL\d+|N000\d{7}|LP\d+-\d|LA\d+-\d|D00\d{4}|D\d{6}|C\d{4,7}|CL_\d+|PMC\d+|CVCL_\w{4}",
    r"(NCT|ISRCTN|DRKS|ACTRN|EUCTR|jRCT|ChiCTR|KCT|CTRI|NTR|UMIN|IRCT|PACTR)[0-9A-Za-z/-]+",
    r"[OPQ]\d[A-Z0-9]{3}\d-\d|[OPQ]\d[A-Z][A-Z0-9]{2}\d|[OPQ]\d[A-Z0-9]{2}[A-Z]\d",
    r"10\.\d{4,5}/\S+|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{128}",
    r"2\.16\.840\.1\.113883\.[0-9.]+|(EC ?)?[1-7]\.\d{1,2}\.\d{1,2}\.(n?\d{1,3}|-)",
    // ISBT 128 products, lots that say so, versions, catalogues of antibodies.
    r"[ES]\d{4}[A-Z][A-Z0-9]{2}",
    r"(LOT|Lot|lot|Ch\.-B\.|Charge|Batch)[ .:#-]*\S+",
    r"[vV](ersion)? ?\d{1,3}(\.\d{1,4}){0,3}([-._ ]?(rc|beta|alpha|b|SP)\d*)?",
    r"\d{1,2}\.\d{1,3}\.\d{1,4}(\.\d{1,5})?([-+](rc|beta|alpha|b)\.?\d*)?",
    // Markers, cytokines, antigens of blood cells, clones, dyes.
    r"(TCR[abgd+/-]*(/CD\S*)?|(CD\d{1,3}[A-Za-z]{0,2}[+-]?(dim|bright|low|lo|high|hi|neg|pos)?[ ,/]?)+)",
    r"(IL|TNF|IFN|CCL|CXCL|TLR|HPA|GP|HHV|HSV|SARS|HPV|CK|MMP|STAT|JAK)-?[0-9IVXab]{1,4}[a-zA-Z]?\d?",
    // Scores in letters and figures: coma, organs, bleeding, stages.
    r"E[1-4]V[1-5T]M[1-6]|S[0-4]L[0-4]G[0-4]|[cpy]*T(is|[0-4X])[a-d]?N[0-3X][a-c]?(M[01X])?",
    // Wells of plates.
    r"[A-P]\d{1,2}",
    // Times of day, durations.
    r"T?\d{1,2}[:.h]\d\d([:.]\d\d(\.\d+)?)?( ?(h|Uhr|[AaPp]\.?[Mm]\.?))?|\d{1,2} ?[AaPp]\.?[Mm]\.?",
    r"[-+]?P(\d+([.,]\d+)?[YMWD])+(T(\d+([.,]\d+)?[HMS])+)?|[-+]?PT(\d+([.,]\d+)?[HMS])+|\d{1,3}:\d\d:\d\d(\.\d+)?",
    r"#[0-9a-f]{6}",
];

/// Published systems, as they stand before their codes.
const SYSTEMS: &str = "§ Section Abschnitt ISBT ICD-10-GM ICD-10-CM ICD-10 ICD-11 ICD10 ICD11 ICD ATC LOINC SNOMED HLA DRG G-DRG OPS ISCN Gene SNP ClinVar";

static SET: LazyLock<Option<RegexSet>> =
    LazyLock::new(|| RegexSet::new(FORMS.iter().map(|form| format!("^(?:{form})$"))).ok());

/// Whether a text is a code of a published vocabulary by its form.
pub(super) fn has_published_form(text: &str) -> bool {
    if are_genes(text) {
        return true;
    }
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    // `ISBT E5185`: the system before its code.
    let text = SYSTEMS.split(' ').find_map(|system| text.strip_prefix(system)).map_or(text, |rest| {
        let code = rest.trim_start_matches([' ', ':', '-', '=']);
        if code.len() < rest.len() && !code.is_empty() { code } else { text }
    });
    // Without a digit only sequences and a few names in capitals are codes.
    let may_be = has_digit || !text.contains([' ', '.']) && !text.contains(|c: char| c.is_lowercase());
    may_be && text.len() <= 120 && text.is_ascii() && SET.as_ref().is_some_and(|set| set.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_are_recognised() {
        assert!(SET.is_some());
        for text in [
            "D69.3",
            "L04AX01",
            "A*02:01",
            "46,XX,t(9;22)(q34;q11)[20]",
            "c.1042C>T",
            "p.Arg727Trp",
            "V617F",
            "NM_000546.6",
            "HP:0001873",
            "R-HSA-4801660",
            "E2V4M2",
            "TRBV12-3",
            "CD3+CD4-",
            "IL-6",
            "PT12H30M",
            "17p13.1",
            "DRB1*15:01~DQB1*06:02",
            "NCT00074557",
            "v4.0-rc2",
            "12:30",
            "KIR2DL1",
            "D3S1358",
            "RUNX1",
            "CTLA4, LRBA",
            "DNMT3A R882H 34%",
            "t(8;21)(q22;q22)",
        ] {
            assert!(has_published_form(text), "{text}");
        }
        for text in [
            "M4HP2W8736",
            "FCB8148",
            "E2395131",
            "B-AB 1234",
            "DEUTDEFF500",
            "K0FXA",
            "EMP-0451",
            "AB123456",
            "u33db2m",
            "P1234567",
            "ba89a01e-89aa-48c0-9996-79a541af5df1",
            "12.345.678-9",
            "Migu94",
        ] {
            assert!(!has_published_form(text), "{text}");
        }
    }
}
