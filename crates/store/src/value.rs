//! Values in and out of SQL: integers, text, bytes and UUIDs are all that the schema uses.

use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type};
use rusqlite::types::{ToSqlOutput, ValueRef};
use uuid::Uuid;

use crate::Error;

/// A parameter of a statement. Booleans are the integers 0 and 1; times are integers (microseconds).
#[derive(Clone, Copy, Debug)]
pub enum Param<'a> {
    /// SQL NULL.
    Null,
    /// INTEGER (64 bits).
    Int(i64),
    /// TEXT.
    Text(&'a str),
    /// BLOB.
    Blob(&'a [u8]),
    /// UUID: a native `uuid` in PostgreSQL, 16 bytes in SQLite.
    Uuid(Uuid),
}

/// Builds the parameter list of a statement from anything that converts into [`Param`].
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Param::from($value)),*] };
}

impl From<i64> for Param<'_> {
    fn from(value: i64) -> Self {
        Param::Int(value)
    }
}
impl From<bool> for Param<'_> {
    fn from(value: bool) -> Self {
        Param::Int(i64::from(value))
    }
}
impl<'a> From<&'a str> for Param<'a> {
    fn from(value: &'a str) -> Self {
        Param::Text(value)
    }
}
impl<'a> From<&'a String> for Param<'a> {
    fn from(value: &'a String) -> Self {
        Param::Text(value)
    }
}
impl<'a> From<&'a [u8]> for Param<'a> {
    fn from(value: &'a [u8]) -> Self {
        Param::Blob(value)
    }
}
impl<'a> From<&'a Vec<u8>> for Param<'a> {
    fn from(value: &'a Vec<u8>) -> Self {
        Param::Blob(value)
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Param<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Param::Blob(value)
    }
}
impl From<Uuid> for Param<'_> {
    fn from(value: Uuid) -> Self {
        Param::Uuid(value)
    }
}
impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Param::Null, Into::into)
    }
}

impl rusqlite::ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Param::Null => ValueRef::Null,
            Param::Int(value) => ValueRef::Integer(*value),
            Param::Text(value) => ValueRef::Text(value.as_bytes()),
            Param::Blob(value) => ValueRef::Blob(value),
            Param::Uuid(value) => ValueRef::Blob(value.as_bytes()),
        }))
    }
}

impl ToSql for Param<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Param::Null => return Ok(IsNull::Yes),
            Param::Int(value) => match *ty {
                Type::INT8 => out.extend_from_slice(&value.to_be_bytes()),
                Type::INT4 => out.extend_from_slice(&i32::try_from(*value)?.to_be_bytes()),
                _ => return Err(format!("an integer was given for {ty}").into()),
            },
            Param::Text(value) => match *ty {
                Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => out.extend_from_slice(value.as_bytes()),
                _ => return Err(format!("text was given for {ty}").into()),
            },
            Param::Blob(value) if *ty == Type::BYTEA => out.extend_from_slice(value),
            Param::Uuid(value) if *ty == Type::UUID => out.extend_from_slice(value.as_bytes()),
            _ => return Err(format!("bytes were given for {ty}").into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true // `to_sql` judges value and type together
    }

    postgres::types::to_sql_checked!();
}

/// One row of a result, read by column index.
pub enum Row<'r> {
    #[doc(hidden)]
    Sqlite(&'r rusqlite::Row<'r>),
    #[doc(hidden)]
    Postgres(&'r postgres::Row),
}

impl Row<'_> {
    /// The value of column `index` (from 0).
    ///
    /// # Errors
    /// [`Error::Defect`] when the column has another type, or is NULL where `T` is no `Option`.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, Error> {
        T::column(self, index)?.ok_or_else(|| Error::defect(format!("column {index} is NULL")))
    }

    /// The text of column `index` without a copy, `None` when NULL.
    ///
    /// # Errors
    /// [`Error::Defect`] when the column has another type.
    pub fn text(&self, index: usize) -> Result<Option<&str>, Error> {
        match self {
            Row::Sqlite(row) => match row.get_ref(index)? {
                ValueRef::Null => Ok(None),
                ValueRef::Text(value) => std::str::from_utf8(value).map(Some).map_err(Error::defect),
                _ => wrong(index),
            },
            Row::Postgres(row) => Ok(row.try_get(index)?),
        }
    }

    /// The value of column `index`, `None` when NULL.
    ///
    /// # Errors
    /// [`Error::Defect`] when the column has another type.
    pub fn opt<T: Column>(&self, index: usize) -> Result<Option<T>, Error> {
        T::column(self, index)
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// Reads column `index`; `None` is NULL.
    ///
    /// # Errors
    /// [`Error::Defect`] when the column has another type.
    fn column(row: &Row<'_>, index: usize) -> Result<Option<Self>, Error>;
}

fn wrong<T>(index: usize) -> Result<T, Error> {
    Err(Error::defect(format!("column {index} has another type")))
}

impl Column for i64 {
    fn column(row: &Row<'_>, index: usize) -> Result<Option<i64>, Error> {
        match row {
            Row::Sqlite(row) => match row.get_ref(index)? {
                ValueRef::Null => Ok(None),
                ValueRef::Integer(value) => Ok(Some(value)),
                _ => wrong(index),
            },
            Row::Postgres(row) => match row.columns().get(index).map(postgres::Column::type_) {
                Some(&Type::INT4) => Ok(row.try_get::<_, Option<i32>>(index)?.map(i64::from)),
                _ => Ok(row.try_get(index)?),
            },
        }
    }
}

impl Column for bool {
    fn column(row: &Row<'_>, index: usize) -> Result<Option<bool>, Error> {
        Ok(i64::column(row, index)?.map(|value| value != 0))
    }
}

impl Column for String {
    fn column(row: &Row<'_>, index: usize) -> Result<Option<String>, Error> {
        Ok(row.text(index)?.map(str::to_owned))
    }
}

impl Column for Vec<u8> {
    fn column(row: &Row<'_>, index: usize) -> Result<Option<Vec<u8>>, Error> {
        match row {
            Row::Sqlite(row) => match row.get_ref(index)? {
                ValueRef::Null => Ok(None),
                ValueRef::Blob(value) => Ok(Some(value.to_vec())),
                _ => wrong(index),
            },
            Row::Postgres(row) => Ok(row.try_get(index)?),
        }
    }
}

impl<const N: usize> Column for [u8; N] {
    fn column(row: &Row<'_>, index: usize) -> Result<Option<[u8; N]>, Error> {
        match Vec::<u8>::column(row, index)? {
            None => Ok(None),
            Some(bytes) => bytes.try_into().map(Some).or_else(|_| wrong(index)),
        }
    }
}

struct UuidBytes(Uuid);

impl<'a> postgres::types::FromSql<'a> for UuidBytes {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(UuidBytes(Uuid::from_slice(raw)?))
    }
    fn accepts(ty: &Type) -> bool {
        *ty == Type::UUID
    }
}

impl Column for Uuid {
    fn column(row: &Row<'_>, index: usize) -> Result<Option<Uuid>, Error> {
        match row {
            Row::Sqlite(row) => match row.get_ref(index)? {
                ValueRef::Null => Ok(None),
                ValueRef::Blob(value) => Ok(Some(Uuid::from_slice(value).map_err(Error::defect)?)),
                _ => wrong(index),
            },
            Row::Postgres(row) => Ok(row.try_get::<_, Option<UuidBytes>>(index)?.map(|id| id.0)),
        }
    }
}
