//! Faults on demand, for tests: the n-th call of the file layer fails, or ends the process.
//!
//! `ENGRAFT_FAULT=kill:N`, `eio:N`, `enospc:N` or `short:N` in the environment (N from 1) makes
//! call N of the layer abort the process, fail as a broken disk does, fail as a full disk does, or
//! write half of the bytes and fail. Nobody else should set it.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

/// How a call fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The process ends at once, before the call.
    Kill,
    /// The call fails with an input/output error.
    Eio,
    /// The call fails because the disk is full.
    Enospc,
    /// A write stops half way and fails; any other call fails.
    Short,
}

/// Which call fails, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// How.
    pub kind: FaultKind,
    /// Which, from 1.
    pub call: u64,
}

impl Fault {
    /// Reads `kind:N`; none if it is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, call) = text.split_once(':')?;
        let kind = match kind {
            "kill" => FaultKind::Kill,
            "eio" => FaultKind::Eio,
            "enospc" => FaultKind::Enospc,
            "short" => FaultKind::Short,
            _ => return None,
        };
        Some(Self { kind, call: call.parse().ok()? })
    }
}

/// Counts calls and lets one of them fail.
#[derive(Debug, Default)]
pub(super) struct Injector {
    fault: Option<Fault>,
    calls: AtomicU64,
}

/// What the layer has to do at a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Go,
    /// Write half, then fail.
    WriteHalf,
}

impl Injector {
    pub(super) fn new(fault: Option<Fault>) -> Self {
        Self { fault, calls: AtomicU64::new(0) }
    }

    pub(super) fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    /// A call that may write.
    pub(super) fn write_step(&self) -> io::Result<Step> {
        let call = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        match self.fault {
            Some(fault) if fault.call == call => match fault.kind {
                FaultKind::Kill => std::process::abort(),
                FaultKind::Eio => Err(eio()),
                FaultKind::Enospc => Err(io::ErrorKind::StorageFull.into()),
                FaultKind::Short => Ok(Step::WriteHalf),
            },
            _ => Ok(Step::Go),
        }
    }

    /// Any other call.
    pub(super) fn step(&self) -> io::Result<()> {
        match self.write_step()? {
            Step::Go => Ok(()),
            Step::WriteHalf => Err(eio()),
        }
    }
}

fn eio() -> io::Error {
    io::Error::from_raw_os_error(5)
}
