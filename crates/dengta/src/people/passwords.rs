//! Passwords: argon2id with OWASP's parameters, on threads of their own and two at a time, so that a flood of
//! sign-ins costs neither memory nor the desk's answers.

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::error::{Problem, Result};

/// OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes that run at once.
static PERMITS: Semaphore = Semaphore::const_new(2);

/// What is stored of a password.
///
/// # Errors
/// When the machine has no memory left.
pub async fn hash(password: String, salt: [u8; 16]) -> Result<String> {
    aside(move || argon2id()?.hash_password_with_salt(password.as_bytes(), &salt).ok().map(|hash| hash.to_string()))
        .await?
        .ok_or_else(defect)
}

/// Whether it is the password that was stored. Without one it is not, after the same work.
///
/// # Errors
/// When the machine has no memory left.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool> {
    aside(move || {
        let argon2id = argon2id()?;
        let Some(stored) = stored else {
            let wasted = argon2id.hash_password_with_salt(password.as_bytes(), &[0; 16]);
            return wasted.ok().map(|_: PasswordHash| false);
        };
        let stored = PasswordHash::new(&stored).ok()?;
        Some(argon2id.verify_password(password.as_bytes(), &stored).is_ok())
    })
    .await?
    .ok_or_else(defect)
}

fn argon2id() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _permit = PERMITS.acquire().await.map_err(|_| defect())?;
    tokio::task::spawn_blocking(work).await.map_err(|_| defect())
}

fn defect() -> Problem {
    tracing::error!("a password could not be hashed");
    Problem::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "internal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_verifies() {
        let stored = hash("correct horse battery".into(), [7; 16]).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("correct horse battery".into(), Some(stored.clone())).await.unwrap());
        assert!(!verify("correct horse batterz".into(), Some(stored)).await.unwrap());
        assert!(!verify("correct horse battery".into(), None).await.unwrap());
    }
}
