CREATE TABLE record (
  id UUID NOT NULL PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  reference VARCHAR(24) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  held BOOLEAN NOT NULL DEFAULT FALSE,
  sort_date DATE NOT NULL,
  version INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  life TEXT NOT NULL,
  changed_seq BIGINT NOT NULL,
  UNIQUE KEY u_reference (owner, reference),
  KEY k_owner (owner, rtype, id),
  KEY k_changed (owner, rtype, changed_seq),
  FOREIGN KEY (owner, agency) REFERENCES agency (participant, id)
);

-- Released versions: which revision of each layer was current, and the act that made it so.
CREATE TABLE version (
  record UUID NOT NULL,
  n INT NOT NULL,
  core_rev INT NOT NULL,
  detail_rev INT NOT NULL,
  owner_rev INT NOT NULL,
  at DATETIME(3) NOT NULL,
  act VARCHAR(40) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  account VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (record, n),
  FOREIGN KEY (record) REFERENCES record (id)
);

-- The current document of each layer, and every earlier revision.
CREATE TABLE doc (
  record UUID NOT NULL,
  layer TINYINT NOT NULL,
  rev INT NOT NULL,
  at DATETIME(3) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  PRIMARY KEY (record, layer),
  FOREIGN KEY (record) REFERENCES record (id)
);
CREATE TABLE doc_history (
  record UUID NOT NULL,
  layer TINYINT NOT NULL,
  rev INT NOT NULL,
  at DATETIME(3) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  PRIMARY KEY (record, layer, rev),
  FOREIGN KEY (record) REFERENCES record (id)
);

-- Natural persons' names and identifiers stand apart from the documents that point to them.
CREATE TABLE natural_person (
  id UUID NOT NULL PRIMARY KEY,
  record UUID NOT NULL,
  content TEXT NOT NULL,
  KEY k_record (record),
  FOREIGN KEY (record) REFERENCES record (id)
);

-- What lists filter by and searches look up; each key counts from its layer on.
CREATE TABLE record_key (
  record UUID NOT NULL,
  name VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  value VARCHAR(80) NOT NULL,
  layer TINYINT NOT NULL,
  PRIMARY KEY (record, name, value, layer),
  KEY k_value (name, value, record, layer),
  FOREIGN KEY (record) REFERENCES record (id)
);

CREATE TABLE record_link (
  record UUID NOT NULL,
  target UUID NOT NULL,
  relation VARCHAR(40) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  PRIMARY KEY (record, target, relation),
  FOREIGN KEY (record) REFERENCES record (id)
);
