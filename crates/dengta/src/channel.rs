//! The ways in, by name. What each of them is stands in its own room; the tickets know no more of it than this.

use serde::Serialize;

/// The way a ticket came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// The form on the site.
    Form,
    /// A program with an API token.
    Api,
    /// An agent wrote down what was said on the phone.
    Phone,
    /// The customer and we talk, one line at a time.
    Chat,
}

/// Gives an enum the names by which it is stored and shown.
macro_rules! stored {
    ($type:ident { $($variant:ident = $name:literal),+ }) => {
        impl $type {
            /// All of them.
            pub const ALL: &[$type] = &[$($type::$variant),+];

            /// As stored and as shown in the API.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }

            /// The value of a name.
            #[must_use]
            pub fn parse(name: &str) -> Option<$type> {
                match name { $($name => Some($type::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use stored;

stored!(Channel { Form = "form", Api = "api", Phone = "phone", Chat = "chat" });
