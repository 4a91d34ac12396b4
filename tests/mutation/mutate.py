"""Mutation testing of src/estimate, with all mutants in one build.

cargo-mutants says what the mutants are (`--list --json`); building them one by one takes it more than a day. Here each
function is written with all its mutants beside one another, chosen by a number that is read once from the environment:

    fn f(...) -> T { match crate::mutant::active(17) { 4021 => { body with `+` for `-` }  ...  _ => { body } } }

The text of a mutant is the one that cargo-mutants would compile. A mutant that does not compile is found by the line of
the compiler's error and left out ("unviable", as there). Each mutant then runs the tests that reach its function until the
first fails: those first that killed a mutant of the same function before, then by the time they take. A mutant whose
function no test reaches survives. One that stands outside of functions is built and tested alone.

usage: mutate.py SCRATCH [--only NAMES] [--earlier RESULTS] [--jobs N] [--until HH:MM] [--seed N] [--root DIR]
       SCRATCH/results.tsv holds one mutant a line; mutants that stand there are not run again.
"""

import argparse
import collections
import json
import math
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

SWITCH = '''//! Which mutant is alive, and which functions were reached.
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{LazyLock, Mutex};

static ALIVE: LazyLock<u32> = LazyLock::new(|| {
    std::panic::set_hook(Box::new(|_| std::process::exit(101)));
    std::env::var("ENGRAFT_MUTANT").ok().and_then(|id| id.parse().ok()).unwrap_or(0)
});
static REACHED: LazyLock<Option<Mutex<(BTreeSet<u32>, std::fs::File)>>> = LazyLock::new(|| {
    let path = std::env::var("ENGRAFT_REACHED").ok()?;
    let file = std::fs::OpenOptions::new().append(true).create(true).open(path).ok()?;
    Some(Mutex::new((BTreeSet::new(), file)))
});

/// The mutant that is alive, 0 for none.
#[inline]
pub(crate) fn active(function: u32) -> u32 {
    if let Some(reached) = &*REACHED {
        let mut reached = reached.lock().unwrap();
        if reached.0.insert(function) {
            writeln!(reached.1, "{function}").unwrap();
        }
    }
    *ALIVE
}
'''

FEATURES = ["--no-default-features"]
# Optimised mutants take too long to build; what they call does not.
FAST = ["--config", 'profile.dev.package."*".opt-level=3']
MARK = "~ changed by cargo-mutants ~"


def offset(starts, place):
    """Where a place (line and column from 1) is in the text."""
    return starts[place["line"] - 1] + place["column"] - 1


def line_starts(text):
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def body_start(text, start, end):
    """The opening brace of the function's body: the first one outside of parentheses after `fn`."""
    code = re.compile(
        r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'|(?P<fn>\bfn\b)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<brace>\{)',
        re.S,
    )
    depth, seen, name = 0, False, None
    for token in code.finditer(text, start, end):
        if token["fn"] and depth == 0 and not seen:
            seen, name = True, token.start()
        elif token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
        elif token["brace"] and seen and depth == 0:
            return name, token.start()
    raise ValueError(text[start:end])


def named_type(signature):
    """A type that all the bodies can have, in the place of `impl Trait`; and what a body is wrapped in."""
    found = re.search(r"-> impl (?P<traits>.*?)(?P<rest>\s*(?:where\b.*)?)$", signature, re.S)
    if not found:
        return signature, ("", "")
    traits = found["traits"] if "'" in found["traits"] else found["traits"] + (" + '_" if "&" in signature else "")
    return signature[: found.start()] + f"-> Box<dyn {traits}>" + found["rest"], ("{ Box::new(", ") }")


class File:
    """A source file and its mutants, written with all of them in place."""

    def __init__(self, root, path, mutants, functions):
        self.path, self.mutants = path, mutants
        self.text = (root / path).read_text()
        starts = line_starts(self.text)
        groups = collections.defaultdict(list)
        for mutant in mutants:
            span = mutant["function"]["span"]
            key = (offset(starts, span["start"]), offset(starts, span["end"]))
            groups[key].append(mutant)
        self.functions = []
        for (start, end), group in sorted(groups.items()):
            name, brace = body_start(self.text, start, end)
            functions.append(f"{path}:{group[0]['function']['function_name']}")
            bodies = []
            for mutant in group:
                a, b = offset(starts, mutant["span"]["start"]), offset(starts, mutant["span"]["end"])
                assert brace < a <= b < end, mutant["name"]
                bodies.append((mutant["id"], self.text[brace:a] + mutant["replacement"] + f" /* {MARK} */ " + self.text[b:end]))
            self.functions.append((start, name, brace, end, len(functions), bodies))
        ends = 0
        for start, _, _, end, *_ in self.functions:
            assert start >= ends, f"functions within functions: {path}"
            ends = end

    def write(self, root, dropped):
        """Writes the file; returns which lines belong to which mutant."""
        out, at, owner = [], 0, {}
        line = 1

        def put(piece, mutant=None):
            nonlocal line
            out.append(piece)
            count = piece.count("\n")
            if mutant:
                for k in range(line, line + count + 1):
                    owner[k] = mutant
            line += count

        for start, name, brace, end, function, bodies in self.functions:
            head = self.text[at:name]
            # A constant function cannot ask which mutant is alive.
            put(re.sub(r"\bconst\s+$", "", head) if head.endswith("const ") else head)
            signature, wrap = named_type(self.text[name:brace])
            put(signature)
            put("{ match crate::mutant::active(%d) {\n" % function)
            for mutant, body in bodies:
                if mutant not in dropped:
                    put(f"{mutant} => \n")
                    put(wrap[0])
                    put(body, mutant)
                    put(wrap[1] + "\n")
            put("_ => " + wrap[0] + self.text[brace:end] + wrap[1] + "\n} }")
            at = end
        put(self.text[at:])
        (root / self.path).write_text("".join(out))
        return owner


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def listed(root):
    command = ["cargo", "mutants", *FEATURES, "--file", "src/estimate/**/*.rs", "--list", "--json"]
    mutants = json.loads(subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout)
    for number, mutant in enumerate(mutants, 1):
        mutant["id"] = number
    return mutants


def copy(root, scratch):
    names = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root, check=True).stdout
    for name in filter(None, names.split("\0")):
        if name.startswith(("src/", "Cargo", "rust-toolchain", ".cargo", "build.rs", "clippy.toml", "tests/", "assets/")):
            if (root / name).is_file():
                (scratch / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / name, scratch / name)


def outward(span):
    """A place in the source, and the macros' calls that it came from."""
    while span:
        yield span
        span = (span.get("expansion") or {}).get("span")


def build(scratch, files, environment):
    """Builds the tests with all mutants that compile; returns the program and the ids of those that do not."""
    cache = scratch.parent / "unviable.json"
    known = set(json.loads(cache.read_text())) if cache.exists() else set()
    names = {mutant["id"]: mutant["name"] for file in files for mutant in file.mutants}
    dropped = {number for number, name in names.items() if name in known}
    for command in (["check", "--profile", "test"], ["test", "--no-run"]):
        while True:
            owners = {file.path: file.write(scratch, dropped) for file in files}
            done = run(["cargo", *command, *FEATURES, "--lib", "--message-format=json", *FAST], cwd=scratch, env=environment)
            wrong, foreign, program = set(), [], None
            print(command[0], time.strftime("%H:%M:%S"), flush=True)
            for message in map(json.loads, filter(lambda line: line.startswith("{"), done.stdout.splitlines())):
                if message["reason"] == "compiler-artifact" and message.get("executable"):
                    program = message["executable"]
                if message["reason"] != "compiler-message" or message["message"]["level"] != "error":
                    continue
                spans = [place for span in message["message"]["spans"] if span["is_primary"] for place in outward(span)]
                ids = {owners.get(place["file_name"], {}).get(place["line_start"]) for place in spans} - {None}
                if ids:
                    wrong |= ids
                elif spans:
                    foreign.append(message["message"]["rendered"])
            print(f"{command[0]}: {len(wrong)} do not compile, {len(dropped)} before", flush=True)
            if done.returncode == 0:
                break
            if not wrong:
                sys.exit("\n".join(foreign) or done.stderr)
            dropped |= wrong
            cache.write_text(json.dumps(sorted(names[number] for number in dropped)))
    # Another build in the same place must not take the place of this one.
    own = scratch.parent / "tests"
    shutil.copy(program, own)
    return str(own), dropped


def limits(seconds):
    """What a test may take: memory, and time of the processor, whatever else the machine does."""

    def apply():
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))

    return apply


def reach(program, scratch, environment):
    """Which functions each test reaches, and how long it takes."""
    names = [line[:-6] for line in run([program, "--list"]).stdout.splitlines() if line.endswith(": test")]
    tests = {}
    for name in names:
        file = scratch / "reached"
        file.unlink(missing_ok=True)
        began = time.monotonic()
        alone = run([program, "--exact", name, "--test-threads=1"], cwd=scratch, env=environment)
        seconds = time.monotonic() - began
        assert alone.returncode == 0, alone.stdout
        run([program, "--exact", name, "--test-threads=1"], cwd=scratch, env={**environment, "ENGRAFT_REACHED": str(file)})
        reached = set(map(int, file.read_text().split())) if file.exists() else set()
        tests[name] = (seconds, reached)
    return tests


def batches(chosen, killers):
    """The tests in the order in which they run: three that killed before, the quick ones at once, the others one by one."""
    known = {name: seconds for seconds, name in chosen}
    first = [name for name, _ in killers.most_common() if name in known][:3]
    rest = sorted((seconds, name) for seconds, name in chosen if name not in first)
    quick = [name for seconds, name in rest if seconds < 0.05]
    order = [[name] for name in first] + [quick] * bool(quick) + [[name] for seconds, name in rest if seconds >= 0.05]
    return [(batch, sum(known[name] for name in batch)) for batch in order]


def verdict(program, mutant, order, scratch, environment):
    """Runs the tests in their order until one fails: what became of the mutant, and the test."""
    if not order:
        return "survived", "no test reaches it"
    for batch, seconds in order:
        allowed = math.ceil(3 + 30 * seconds)
        command = [program, "--exact", "--test-threads=1", *batch]
        try:
            done = run(
                command,
                cwd=scratch,
                env={**environment, "ENGRAFT_MUTANT": str(mutant)},
                preexec_fn=limits(allowed),
                timeout=20 * allowed,
            )
        except subprocess.TimeoutExpired:
            return "timeout", batch[0]
        if done.returncode != 0:
            running = re.findall(r"^test (\S+) \.\.\. (?!ok)", done.stdout, re.M)
            outcome = "timeout" if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL) else "killed"
            return outcome, running[-1] if running else batch[-1]
    return "survived", ""


def alone(mutant, root, scratch, environment):
    """Builds and tests the library with one mutant that stands outside of functions."""
    copy(root, scratch)
    file = scratch / mutant["file"]
    text = file.read_text()
    starts = line_starts(text)
    a, b = offset(starts, mutant["span"]["start"]), offset(starts, mutant["span"]["end"])
    file.write_text(text[:a] + mutant["replacement"] + text[b:])
    command = ["cargo", "test", *FEATURES, "--lib", *FAST]
    if run([*command, "--no-run"], cwd=scratch, env=environment).returncode != 0:
        return "unviable", ""
    try:
        done = run(command, cwd=scratch, env=environment, timeout=600)
    except subprocess.TimeoutExpired:
        return "timeout", ""
    failed = re.findall(r"^test (\S+) \.\.\. FAILED", done.stdout, re.M)
    return ("killed" if done.returncode else "survived"), (failed or [""])[0]


def place(name):
    """The file and the function of a mutant's name; constants have no function."""
    return name.split(":")[0], name.rsplit(" in ", 1)[-1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--only", type=pathlib.Path, help="a file of mutants' names, one a line")
    parser.add_argument("--earlier", type=pathlib.Path, help="results of another run: which test kills what, to go first")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--until", help="HH:MM, when to stop")
    parser.add_argument("--seed", type=int, default=1, help="of the order in which the mutants run")
    options = parser.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    options.scratch = options.scratch.resolve()
    tree = options.scratch / "tree"
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": str(options.scratch / "target"),
        "CARGO_INCREMENTAL": "0",
        "PROPTEST_RNG_SEED": "20260101",
    }
    mutants = listed(options.root)
    if options.only:
        names = set(options.only.read_text().splitlines())
        mutants = [mutant for mutant in mutants if mutant["name"] in names]
    outside = [mutant for mutant in mutants if mutant["function"] is None]
    mutants = [mutant for mutant in mutants if mutant["function"] is not None]
    by_file, functions = collections.defaultdict(list), []
    for mutant in mutants:
        by_file[mutant["file"]].append(mutant)
    copy(options.root, tree)
    with (tree / "src/lib.rs").open("a") as library:
        library.write("\nmod mutant;\n")
    (tree / "src/mutant.rs").write_text(SWITCH)
    files = [File(tree, path, group, functions) for path, group in sorted(by_file.items())]
    function_of = {id: file_function[4] for file in files for file_function in file.functions for id, _ in file_function[5]}
    program, dropped = build(tree, files, environment)
    table = options.scratch / "results.tsv"
    done = {line.split("\t")[0] for line in table.read_text().splitlines()} if table.exists() else set()
    killers = collections.defaultdict(collections.Counter)
    for earlier in filter(lambda path: path and path.exists(), (options.earlier, table)):
        for name, outcome, test in (line.split("\t") for line in earlier.read_text().splitlines()):
            if outcome in ("killed", "timeout"):
                killers[place(name)][test] += 1
    with table.open("a") as out:

        def put(mutant, outcome, detail):
            out.write(f"{mutant['name']}\t{outcome}\t{detail}\n")
            out.flush()

        for mutant in mutants:
            if mutant["id"] in dropped and mutant["name"] not in done:
                put(mutant, "unviable", "")
        tests = reach(program, tree, environment)
        print(f"{len(tests)} tests, {sum(seconds for seconds, _ in tests.values()):.1f} s", flush=True)
        rest = [mutant for mutant in mutants if mutant["id"] not in dropped and mutant["name"] not in done]
        random.Random(options.seed).shuffle(rest)

        def one(mutant):
            if options.until and time.strftime("%H:%M") >= options.until:
                return
            function = function_of[mutant["id"]]
            chosen = [(seconds, name) for name, (seconds, reached) in tests.items() if function in reached]
            known = killers[place(mutant["name"])]
            outcome, detail = verdict(program, mutant["id"], batches(chosen, known), tree, environment)
            if outcome != "survived":
                known[detail] += 1
            put(mutant, outcome, detail)

        with ThreadPoolExecutor(options.jobs) as pool:
            list(pool.map(one, rest))
        for mutant in outside:
            if mutant["name"] not in done and not (options.until and time.strftime("%H:%M") >= options.until):
                put(mutant, *alone(mutant, options.root, options.scratch / "alone", environment))
    outcomes = collections.Counter(line.split("\t")[1] for line in table.read_text().splitlines())
    print(dict(outcomes))


main()
