//! Closures on their way to a thread that owns a connection, and their results on the way back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::{mpsc, oneshot};

use crate::{Error, Tx};

/// Whether the transaction may change anything.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Read,
    Write,
}

/// What to do with the transaction after the closure ran.
pub enum Verdict {
    /// The closure succeeded: keep its changes.
    Keep,
    /// The closure refused: drop its changes, its own error is the answer.
    Drop,
    /// A statement failed or the closure panicked: drop its changes.
    Failed(Error),
}

/// A closure whose types are forgotten. `run` may be called again; `finish` answers the caller.
pub trait Work: Send {
    fn mode(&self) -> Mode;
    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict;
    fn finish(self: Box<Self>, outcome: Result<(), Error>);
}

pub type Job = Box<dyn Work>;

struct Typed<T, E, F> {
    mode: Mode,
    f: F,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Work for Typed<T, E, F>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn mode(&self) -> Mode {
        self.mode
    }

    fn run(&mut self, tx: &mut Tx<'_>) -> Verdict {
        self.result = None;
        let result = match call(&self.f, tx) {
            Ok(result) => result,
            Err(error) => return Verdict::Failed(error),
        };
        let verdict = if result.is_ok() { Verdict::Keep } else { Verdict::Drop };
        self.result = Some(result);
        verdict
    }

    fn finish(self: Box<Self>, outcome: Result<(), Error>) {
        let answer = match (outcome, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(Error::defect("a closure finished without having run").into()),
            (Err(error), _) => Err(error.into()),
        };
        // The caller may have gone away (a closed connection); the transaction stands all the same.
        drop(self.reply.send(answer));
    }
}

/// Calls a closure: its answer, unless it panicked or one of its statements failed.
pub fn call<R>(f: impl Fn(&mut Tx<'_>) -> R, tx: &mut Tx<'_>) -> Result<R, Error> {
    let Ok(result) = catch_unwind(AssertUnwindSafe(|| f(tx))) else {
        return Err(Error::defect("a transaction's closure panicked"));
    };
    // A closure may have swallowed a failed statement; what came after it ran on nothing.
    match tx.failure() {
        Some(error) => Err(error),
        None => Ok(result),
    }
}

/// Queues `f`, waits for its turn and its commit.
pub async fn submit<T, E, F>(queue: &mpsc::Sender<Job>, mode: Mode, f: F) -> Result<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    let job = Box::new(Typed { mode, f, result: None, reply });
    let gone = || E::from(Error::Unavailable("the store is closed".into()));
    queue.send(job).await.map_err(|_| gone())?;
    answer.await.map_err(|_| gone())?
}
