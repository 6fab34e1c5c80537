-- What an owner gave for good, which its stop switch leaves (ADR 0024).
ALTER TABLE visible ADD COLUMN given BOOLEAN NOT NULL DEFAULT FALSE;
