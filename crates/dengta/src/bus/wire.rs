//! What travels: subjects, and signals as they are written and read. A signal is JSON behind its signature.

use subtle::ConstantTimeEq;

use crate::keys::Keys;
use crate::live::Signal;

/// Bytes of the signature.
const SIGNATURE: usize = 32;
/// Bytes of a payload: the presence of fifty agents with long names has room.
const MAX: usize = 64 * 1024;
/// Letters of a node's name.
const MAX_NODE: usize = 64;

/// Where a desk's nodes hear each other.
pub struct Subjects {
    /// Empty payloads: something was committed.
    pub committed: String,
    /// Signed signals.
    pub signals: String,
}

impl Subjects {
    /// Those of the desk with this key. Nobody else can name them.
    #[must_use]
    pub fn of(keys: &Keys) -> Subjects {
        let desk = hex::encode(&keys.derive("nats subject", b"")[..16]);
        Subjects { committed: format!("dengta.{desk}.committed"), signals: format!("dengta.{desk}.signals") }
    }
}

/// A node's signal as it travels; `None` when it is too long.
#[must_use]
pub fn signed(keys: &Keys, node: &str, signal: &Signal) -> Option<Vec<u8>> {
    let json = serde_json::to_vec(&(node, signal)).ok()?;
    let payload = [&signature(keys, &json)[..], &json].concat();
    (payload.len() <= MAX).then_some(payload)
}

/// The node and its signal, if a node of this desk wrote it.
#[must_use]
pub fn read(keys: &Keys, payload: &[u8]) -> Option<(String, Signal)> {
    if payload.len() > MAX {
        return None;
    }
    let (claimed, json) = payload.split_at_checked(SIGNATURE)?;
    if !bool::from(signature(keys, json).ct_eq(claimed)) {
        return None;
    }
    let (node, signal): (String, Signal) = serde_json::from_slice(json).ok()?;
    (node.len() <= MAX_NODE).then_some((node, signal))
}

fn signature(keys: &Keys, json: &[u8]) -> [u8; SIGNATURE] {
    keys.derive("nats signal", json)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::clock::Clock;
    use crate::live::frames::{Present, Typing};

    fn keys() -> Keys {
        Keys::open(tempfile::tempdir().unwrap().path(), &mut Clock::default().moment().draws()).unwrap()
    }

    fn signals() -> Vec<Signal> {
        let (ticket, typing) = (Uuid::from_u128(7), Some(Typing::Reply));
        let anna = Present { id: Uuid::from_u128(1), name: "安娜".into(), number: "0417".into(), typing };
        vec![
            Signal::Came {},
            Signal::Gone {},
            Signal::Presence { ticket, who: vec![anna] },
            Signal::Presence { ticket, who: Vec::new() },
            Signal::CustomerTyping { ticket, on: true },
            Signal::CustomerRead { ticket, number: 12 },
            Signal::AgentTyping { ticket, name: Some("Anna".into()) },
            Signal::AgentTyping { ticket, name: None },
            Signal::Standing { ticket },
        ]
    }

    #[test]
    fn what_one_node_writes_another_reads_and_nobody_else_writes() {
        let (keys, others) = (keys(), keys());
        for signal in signals() {
            let payload = signed(&keys, "node", &signal).unwrap();
            assert_eq!(read(&keys, &payload), Some(("node".to_owned(), signal)));
            assert_eq!(read(&others, &payload), None);
            for at in [0, SIGNATURE - 1, SIGNATURE, payload.len() - 1] {
                let mut altered = payload.clone();
                altered[at] ^= 1;
                assert_eq!(read(&keys, &altered), None, "{at}");
                assert_eq!(read(&keys, &payload[..at]), None, "{at}");
            }
        }
        assert_ne!(Subjects::of(&keys).signals, Subjects::of(&others).signals);
    }

    #[test]
    fn what_makes_no_sense_is_not_read_though_it_is_signed() {
        let keys = keys();
        let signs = |json: &str| [&signature(&keys, json.as_bytes())[..], json.as_bytes()].concat();
        let ticket = Uuid::nil();
        assert!(read(&keys, &signs(r#"["node",{"type":"came"}]"#)).is_some());
        for json in [
            String::new(),
            "null".into(),
            "[]".into(),
            r#"["node"]"#.into(),
            r#"["node",{"type":"come"}]"#.into(),
            r#"["node",{"type":"came","more":1}]"#.into(),
            r#"["node",{"type":"came"},1]"#.into(),
            r#"[1,{"type":"came"}]"#.into(),
            r#"["node",{"type":"standing"}]"#.into(),
            r#"["node",{"type":"standing","ticket":"x"}]"#.into(),
            format!(r#"["node",{{"type":"customer_typing","ticket":"{ticket}","on":1}}]"#),
            format!(r#"["node",{{"type":"customer_read","ticket":"{ticket}","number":1e99}}]"#),
            format!(r#"["node",{{"type":"presence","ticket":"{ticket}","who":[{{}}]}}]"#),
            format!(r#"["{}",{{"type":"came"}}]"#, "n".repeat(MAX_NODE + 1)),
            format!(r#"["node",{{"type":"came"}}]{}"#, " ".repeat(MAX)),
            "[".repeat(10_000),
        ] {
            assert_eq!(read(&keys, &signs(&json)), None, "{}", &json[..json.len().min(80)]);
        }
        let name = Some("n".repeat(MAX));
        assert_eq!(signed(&keys, "node", &Signal::AgentTyping { ticket, name }), None);
    }
}
