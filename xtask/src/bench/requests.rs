//! The requests that are measured.

/// Makes requests that carry one API token.
pub struct Requests {
    token: String,
}

/// Customers come back: on average each of these has several tickets.
const CUSTOMERS: usize = 2_500;

const TEXT: &str = "I sent USDT from my own wallet two hours ago. The explorer shows the transfer with more than \
    sixty confirmations, but my balance has not changed and the deposit history is empty. I have signed out and in \
    again and tried the app as well as the website. Please tell me what else you need from me.";

/// Two words each: everywhere, in many tickets, in one. Tickets are as [`Requests::create`] makes them.
pub const SEARCHED: [[&str; 2]; 4] =
    [["explorer", "history"], ["customer", "17"], ["deposit", "4242"], ["usdt", "arrived"]];

impl Requests {
    pub fn new(token: String) -> Requests {
        Requests { token }
    }

    /// A missing deposit with its facts; `series` keeps the idempotency keys of two runs apart.
    pub fn create(&self, series: &str, number: usize) -> Vec<u8> {
        let customer = number % CUSTOMERS;
        let body = format!(
            r#"{{"subject":"Deposit {number} has not arrived","body":"{TEXT}","category":"deposit","language":"en","fields":{{"coin":"USDT","network":"TRON","tx_id":"{number:064x}","amount":"250.00"}},"customer":{{"email":"customer{customer}@example.com","name":"Customer {customer}"}}}}"#
        );
        format!(
            "POST /api/v1/tickets HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\
             idempotency-key: {series}-{number}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        )
        .into_bytes()
    }

    pub fn note(&self, id: &str) -> Vec<u8> {
        let body = r#"{"body":"The explorer has it; asked the wallet team."}"#;
        format!(
            "POST /api/v1/tickets/{id}/notes HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        )
        .into_bytes()
    }

    pub fn view(&self, id: &str) -> Vec<u8> {
        self.get(&format!("/api/v1/tickets/{id}"))
    }

    pub fn entries(&self, id: &str) -> Vec<u8> {
        self.get(&format!("/api/v1/tickets/{id}/entries"))
    }

    pub fn page(&self) -> Vec<u8> {
        self.get("/api/v1/tickets?view=open&limit=50")
    }

    /// The newest 20 that have two words.
    pub fn search(&self, number: usize) -> Vec<u8> {
        self.get(&format!("/api/v1/search?q={}", SEARCHED[number % SEARCHED.len()].join("+")))
    }

    fn get(&self, path: &str) -> Vec<u8> {
        format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\r\n", self.token).into_bytes()
    }
}
