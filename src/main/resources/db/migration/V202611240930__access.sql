-- Policy versions, each with the facts of its approval: who was a state then, who was in a regime.
CREATE TABLE policy (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  version INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  snapshot MEDIUMTEXT NOT NULL,
  approved_at DATETIME(3) NOT NULL,
  PRIMARY KEY (owner, rtype, version),
  FOREIGN KEY (owner) REFERENCES participant (code)
);

CREATE TABLE policy_draft (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  content MEDIUMTEXT NOT NULL,
  PRIMARY KEY (owner, rtype),
  FOREIGN KEY (owner) REFERENCES participant (code)
);
