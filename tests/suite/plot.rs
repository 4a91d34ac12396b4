//! Pictures of ad-hoc estimates.

use crate::workspace::Workspace;

const FILE: &str = "arm,days,status\na,10,1\na,20,0\na,25,1\nb,15,0\nb,30,1\nb,40,1\n";

#[test]
fn the_ending_says_what_is_drawn() {
    let here = Workspace::empty().with("a.csv", FILE);
    for (ending, head) in [("svg", &b"<?xml"[..]), ("png", b"\x89PNG"), ("pdf", b"%PDF-")] {
        let name = format!("curve.{ending}");
        let drawn =
            ["km", "a.csv", "--time", "days", "--event", "status", "--by", "arm", "--plot", name.as_str()];
        here.engraft(&drawn).expect(0);
        let bytes = here.read(&name);
        assert!(bytes.starts_with(head), "{ending}");
        here.engraft(&drawn).expect(0);
        assert!(here.read(&name) == bytes, "{ending}");
    }
    let other = ["km", "a.csv", "--time", "days", "--event", "status", "--plot", "curve.gif"];
    here.engraft(&other).expect(2).says("name a file that ends in .svg, .png or .pdf");
    assert!(!here.path("curve.gif").exists());
}
