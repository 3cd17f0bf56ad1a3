//! TEMPORARY while the helper writes it.
use crate::app::App;
use crate::error::Result;
use crate::language::Language;
use crate::tickets::Category;
use serde_json::{Map, Value};
pub struct Heard { pub language: Language, pub turns: Vec<Turn>, pub category: Option<Category>, pub facts: Map<String, Value>, pub misses: u32, pub reference: Option<String> }
pub struct Turn { pub by: By, pub text: String }
#[derive(PartialEq, Eq, Clone, Copy)]
pub enum By { Customer, Assistant, Agent }
pub struct Source { pub title: String, pub url: String }
pub enum Why { Asked, Risk, Misses }
pub enum Offer { Form(Category), Person, Category(Category), Article { title: String, url: String }, Resolved }
pub enum Move { Answer { text: String, sources: Vec<Source>, offers: Vec<Offer> }, Ask { text: String, offers: Vec<Offer> }, Unsure { text: String, offers: Vec<Offer> }, HandOver { why: Why, text: String, category: Option<Category> }, Courtesy { text: String, offers: Vec<Offer> } }
impl Move {
    pub fn name(&self) -> &'static str { match self { Move::Answer{..} => "answer", Move::Ask{..} => "ask", Move::Unsure{..} => "unsure", Move::HandOver{..} => "hand_over", Move::Courtesy{..} => "courtesy" } }
    pub fn text(&self) -> &str { match self { Move::Answer{text,..} | Move::Ask{text,..} | Move::Unsure{text,..} | Move::HandOver{text,..} | Move::Courtesy{text,..} => text } }
    pub fn offers(&self) -> &[Offer] { match self { Move::Answer{offers,..} | Move::Ask{offers,..} | Move::Unsure{offers,..} | Move::Courtesy{offers,..} => offers, Move::HandOver{..} => &[] } }
    pub fn is_miss(&self) -> bool { matches!(self, Move::Unsure{..}) }
}
pub async fn next(_: &App, heard: &Heard, _: &(dyn Fn(&str) + Send + Sync)) -> Result<Move> {
    Ok(if heard.misses > 0 { Move::HandOver { why: Why::Misses, text: String::new(), category: None } } else { Move::Unsure { text: "?".into(), offers: vec![Offer::Person] } })
}
