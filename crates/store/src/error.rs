//! What can go wrong in a store, as its callers need to tell it apart.

use std::fmt;

/// A failed transaction. In every case nothing of it was acknowledged.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The store cannot be reached or cannot write now: disk full, input/output error, read-only disk,
    /// database gone, queue closed. The same call may succeed later.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// Two transactions stood in each other's way; the store retries these itself and returns one only
    /// after its patience ended.
    #[error("the store is contended: {0}")]
    Contended(String),
    /// A constraint of the schema refused the change.
    #[error("a constraint refused the change: {0}")]
    Constraint(String),
    /// A wrong statement, a wrong column type, a panic: a defect of the program.
    #[error("defect: {0}")]
    Defect(String),
}

impl Error {
    pub(crate) fn defect(what: impl fmt::Display) -> Error {
        Error::Defect(what.to_string())
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as Code;
        let text = error.to_string();
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            // A strict table refuses the type (and a sum that outgrew 64 bits); PostgreSQL says so too.
            _ if extended == Some(rusqlite::ffi::SQLITE_CONSTRAINT_DATATYPE) => Error::Defect(text),
            Some(Code::ConstraintViolation) => Error::Constraint(text),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Contended(text),
            Some(
                Code::DiskFull
                | Code::SystemIoFailure
                | Code::ReadOnly
                | Code::CannotOpen
                | Code::PermissionDenied
                | Code::OutOfMemory
                | Code::OperationInterrupted
                | Code::DatabaseCorrupt
                | Code::NotADatabase
                | Code::FileLockingProtocolFailed,
            ) => Error::Unavailable(text),
            _ => Error::Defect(text),
        }
    }
}

impl From<::postgres::Error> for Error {
    fn from(error: ::postgres::Error) -> Error {
        let Some(db) = error.as_db_error() else {
            // Without an answer of the server: the connection broke, or a value did not convert.
            return if error.is_closed() || std::error::Error::source(&error).is_some_and(|s| s.is::<std::io::Error>()) {
                Error::Unavailable(error.to_string())
            } else {
                Error::Defect(error.to_string())
            };
        };
        let text = format!("{}: {}", db.code().code(), db.message());
        match db.code().code() {
            "40001" | "40P01" | "55P03" => Error::Contended(text),
            code => match &code[..2] {
                "23" => Error::Constraint(text),
                // connection, resources, operator intervention, system error, authorisation
                "08" | "53" | "57" | "58" | "28" | "25" | "3D" => Error::Unavailable(text),
                _ => Error::Defect(text),
            },
        }
    }
}
