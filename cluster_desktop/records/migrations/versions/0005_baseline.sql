-- The tables of schema 5, the oldest that is still opened. Frozen: a migration never changes again.
-- A blank line ends a statement.
CREATE TABLE about (
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    CONSTRAINT pk_about PRIMARY KEY ("key")
);

CREATE TABLE act (
    number INTEGER NOT NULL,
    workspace_uid VARCHAR(36) NOT NULL,
    origin_number INTEGER NOT NULL,
    at VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    target INTEGER,
    undone BOOLEAN NOT NULL,
    dropped BOOLEAN NOT NULL,
    undoable BOOLEAN NOT NULL,
    CONSTRAINT pk_act PRIMARY KEY (number),
    CONSTRAINT fk_act_target FOREIGN KEY(target) REFERENCES act (number)
);

CREATE TABLE blob (
    sha256 VARCHAR(64) NOT NULL,
    media_type VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (sha256)
);

CREATE TABLE setting (
    uid VARCHAR(36) NOT NULL,
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (uid),
    CONSTRAINT uq_setting_key UNIQUE ("key")
);

CREATE TABLE change (
    id INTEGER NOT NULL,
    act_number INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    record_uid VARCHAR(36) NOT NULL,
    operation VARCHAR NOT NULL,
    field VARCHAR,
    old VARCHAR,
    new VARCHAR,
    CONSTRAINT pk_change PRIMARY KEY (id),
    CONSTRAINT fk_change_act_number FOREIGN KEY(act_number) REFERENCES act (number)
);

CREATE INDEX ix_change_act ON change (act_number);

CREATE INDEX ix_change_record ON change (record_uid);

CREATE TABLE cluster (
    uid VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    region VARCHAR,
    superior VARCHAR,
    guided_by VARCHAR,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_cluster PRIMARY KEY (uid)
);

CREATE TABLE movement (
    uid VARCHAR(36) NOT NULL,
    title VARCHAR NOT NULL,
    launched_by VARCHAR,
    from_year INTEGER,
    to_year INTEGER,
    goals VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_movement PRIMARY KEY (uid)
);

CREATE TABLE unit (
    uid VARCHAR(36) NOT NULL,
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL,
    province VARCHAR,
    parent_body VARCHAR,
    head_title VARCHAR,
    head_name VARCHAR,
    address VARCHAR,
    phone VARCHAR,
    dissolved_on VARCHAR(10),
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (uid)
);

CREATE TABLE department (
    uid VARCHAR(36) NOT NULL,
    unit_uid VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    position INTEGER,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_department PRIMARY KEY (uid),
    CONSTRAINT fk_department_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_department_unit_uid ON department (unit_uid);

CREATE TABLE former_name (
    uid VARCHAR(36) NOT NULL,
    unit_uid VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    short_name VARCHAR,
    province VARCHAR,
    valid_to VARCHAR(10) NOT NULL,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_former_name PRIMARY KEY (uid),
    CONSTRAINT fk_former_name_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_former_name_unit_uid ON former_name (unit_uid);

CREATE TABLE membership (
    uid VARCHAR(36) NOT NULL,
    cluster_uid VARCHAR(36) NOT NULL,
    unit_uid VARCHAR(36) NOT NULL,
    year INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    hosts BOOLEAN,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_membership PRIMARY KEY (uid),
    CONSTRAINT fk_membership_cluster_uid FOREIGN KEY(cluster_uid) REFERENCES cluster (uid),
    CONSTRAINT fk_membership_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_membership_cluster_uid ON membership (cluster_uid);

CREATE INDEX ix_membership_unit_uid ON membership (unit_uid);

CREATE INDEX ix_membership_year ON membership (year);

CREATE TABLE person (
    uid VARCHAR(36) NOT NULL,
    full_name VARCHAR NOT NULL,
    birth_date VARCHAR(10),
    gender VARCHAR,
    ethnicity VARCHAR,
    religion VARCHAR,
    unit_uid VARCHAR(36) NOT NULL,
    department_uid VARCHAR(36),
    position VARCHAR,
    job_title VARCHAR,
    employment VARCHAR,
    joined_unit VARCHAR(10),
    party_joined VARCHAR(10),
    party_official VARCHAR(10),
    status VARCHAR NOT NULL,
    left_on VARCHAR(10),
    degree VARCHAR,
    specialty VARCHAR,
    academic_title VARCHAR,
    political_theory VARCHAR,
    state_management VARCHAR,
    foreign_language VARCHAR,
    computing VARCHAR,
    home_town VARCHAR,
    address VARCHAR,
    other_name VARCHAR,
    identity_number VARCHAR,
    phone VARCHAR,
    email VARCHAR,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    marked_key VARCHAR NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (uid),
    CONSTRAINT fk_person_department_uid FOREIGN KEY(department_uid) REFERENCES department (uid),
    CONSTRAINT fk_person_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_person_department_uid ON person (department_uid);

CREATE INDEX ix_person_list ON person (deleted_at, sort_key, uid);

CREATE INDEX ix_person_unit_uid ON person (unit_uid);

CREATE TABLE discipline (
    uid VARCHAR(36) NOT NULL,
    person_uid VARCHAR(36) NOT NULL,
    side VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    decided_on VARCHAR(10) NOT NULL,
    ended_on VARCHAR(10),
    decision_number VARCHAR,
    reason VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_discipline PRIMARY KEY (uid),
    CONSTRAINT fk_discipline_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid)
);

CREATE INDEX ix_discipline_person_uid ON discipline (person_uid);

CREATE TABLE initiative (
    uid VARCHAR(36) NOT NULL,
    person_uid VARCHAR(36) NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    level VARCHAR NOT NULL,
    decision_number VARCHAR,
    decided_on VARCHAR(10),
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_initiative PRIMARY KEY (uid),
    CONSTRAINT fk_initiative_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid)
);

CREATE INDEX ix_initiative_person_uid ON initiative (person_uid);

CREATE INDEX ix_initiative_year ON initiative (year);

CREATE TABLE rating (
    uid VARCHAR(36) NOT NULL,
    person_uid VARCHAR(36) NOT NULL,
    year INTEGER NOT NULL,
    quality VARCHAR NOT NULL,
    party_quality VARCHAR,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_rating PRIMARY KEY (uid),
    CONSTRAINT fk_rating_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid)
);

CREATE INDEX ix_rating_person_uid ON rating (person_uid);

CREATE INDEX ix_rating_year ON rating (year);

CREATE VIRTUAL TABLE person_search USING fts5(
    search_key, marked_key,
    content='person', content_rowid='rowid',
    tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'
);

CREATE TRIGGER person_search_added AFTER INSERT ON person BEGIN
    INSERT INTO person_search(rowid, search_key, marked_key)
        VALUES (new.rowid, new.search_key, new.marked_key);
END;

CREATE TRIGGER person_search_removed AFTER DELETE ON person BEGIN
    INSERT INTO person_search(person_search, rowid, search_key, marked_key)
        VALUES ('delete', old.rowid, old.search_key, old.marked_key);
END;

CREATE TRIGGER person_search_changed AFTER UPDATE OF search_key, marked_key ON person BEGIN
    INSERT INTO person_search(person_search, rowid, search_key, marked_key)
        VALUES ('delete', old.rowid, old.search_key, old.marked_key);
    INSERT INTO person_search(rowid, search_key, marked_key)
        VALUES (new.rowid, new.search_key, new.marked_key);
END;

CREATE TABLE decision (
    uid VARCHAR(36) NOT NULL,
    number VARCHAR NOT NULL,
    decided_on VARCHAR(10) NOT NULL,
    year INTEGER NOT NULL,
    level VARCHAR NOT NULL,
    unit_uid VARCHAR(36),
    issuer VARCHAR,
    title VARCHAR NOT NULL,
    signer_title VARCHAR,
    signer_name VARCHAR,
    place VARCHAR,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (uid),
    CONSTRAINT fk_decision_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_decision_unit_uid ON decision (unit_uid);

CREATE INDEX ix_decision_year ON decision (year);

CREATE TABLE round (
    uid VARCHAR(36) NOT NULL,
    name VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    movement_uid VARCHAR(36),
    deadline VARCHAR(10),
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_round PRIMARY KEY (uid),
    CONSTRAINT fk_round_movement_uid FOREIGN KEY(movement_uid) REFERENCES movement (uid)
);

CREATE INDEX ix_round_movement_uid ON round (movement_uid);

CREATE INDEX ix_round_year ON round (year);

CREATE TABLE nomination (
    uid VARCHAR(36) NOT NULL,
    round_uid VARCHAR(36) NOT NULL,
    recipient_kind VARCHAR NOT NULL,
    person_uid VARCHAR(36),
    department_uid VARCHAR(36),
    unit_uid VARCHAR(36),
    award VARCHAR NOT NULL,
    citation VARCHAR,
    state VARCHAR NOT NULL,
    votes_for INTEGER,
    votes_total INTEGER,
    reason VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_nomination PRIMARY KEY (uid),
    CONSTRAINT fk_nomination_department_uid FOREIGN KEY(department_uid) REFERENCES department (uid),
    CONSTRAINT fk_nomination_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid),
    CONSTRAINT fk_nomination_round_uid FOREIGN KEY(round_uid) REFERENCES round (uid),
    CONSTRAINT fk_nomination_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_nomination_department_uid ON nomination (department_uid);

CREATE INDEX ix_nomination_person_uid ON nomination (person_uid);

CREATE INDEX ix_nomination_round_uid ON nomination (round_uid);

CREATE INDEX ix_nomination_unit_uid ON nomination (unit_uid);

CREATE TABLE award (
    uid VARCHAR(36) NOT NULL,
    decision_uid VARCHAR(36) NOT NULL,
    ordinal INTEGER,
    recipient_kind VARCHAR NOT NULL,
    person_uid VARCHAR(36),
    department_uid VARCHAR(36),
    unit_uid VARCHAR(36),
    award VARCHAR NOT NULL,
    award_name VARCHAR,
    citation VARCHAR,
    certificate_number VARCHAR,
    nomination_uid VARCHAR(36),
    state VARCHAR NOT NULL,
    revoked_because VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_award PRIMARY KEY (uid),
    CONSTRAINT fk_award_decision_uid FOREIGN KEY(decision_uid) REFERENCES decision (uid),
    CONSTRAINT fk_award_department_uid FOREIGN KEY(department_uid) REFERENCES department (uid),
    CONSTRAINT fk_award_nomination_uid FOREIGN KEY(nomination_uid) REFERENCES nomination (uid),
    CONSTRAINT fk_award_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid),
    CONSTRAINT fk_award_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_award_decision_uid ON award (decision_uid);

CREATE INDEX ix_award_department_uid ON award (department_uid);

CREATE INDEX ix_award_nomination_uid ON award (nomination_uid);

CREATE INDEX ix_award_person_uid ON award (person_uid);

CREATE INDEX ix_award_unit_uid ON award (unit_uid);

CREATE TABLE printing (
    uid VARCHAR(36) NOT NULL,
    award_uid VARCHAR(36) NOT NULL,
    printed_at VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_printing PRIMARY KEY (uid),
    CONSTRAINT fk_printing_award_uid FOREIGN KEY(award_uid) REFERENCES award (uid)
);

CREATE INDEX ix_printing_award_uid ON printing (award_uid);

CREATE TABLE event (
    uid VARCHAR(36) NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    level VARCHAR,
    starts_on VARCHAR(10),
    ends_on VARCHAR(10),
    host_uid VARCHAR(36),
    co_hosts VARCHAR,
    place VARCHAR,
    chair VARCHAR,
    attendance INTEGER,
    movement_uid VARCHAR(36),
    organisers VARCHAR,
    proceedings BOOLEAN,
    beneficiaries VARCHAR,
    launched_by VARCHAR,
    registered_groups INTEGER,
    registered_people INTEGER,
    documents VARCHAR,
    cost_planned INTEGER,
    cost_spent INTEGER,
    summary VARCHAR,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_event PRIMARY KEY (uid),
    CONSTRAINT fk_event_host_uid FOREIGN KEY(host_uid) REFERENCES unit (uid),
    CONSTRAINT fk_event_movement_uid FOREIGN KEY(movement_uid) REFERENCES movement (uid)
);

CREATE INDEX ix_event_host_uid ON event (host_uid);

CREATE INDEX ix_event_movement_uid ON event (movement_uid);

CREATE INDEX ix_event_year ON event (year);

CREATE TABLE gift (
    uid VARCHAR(36) NOT NULL,
    event_uid VARCHAR(36) NOT NULL,
    description VARCHAR NOT NULL,
    unit_uid VARCHAR(36),
    quantity INTEGER,
    unit_value INTEGER,
    amount INTEGER,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_gift PRIMARY KEY (uid),
    CONSTRAINT fk_gift_event_uid FOREIGN KEY(event_uid) REFERENCES event (uid),
    CONSTRAINT fk_gift_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_gift_event_uid ON gift (event_uid);

CREATE INDEX ix_gift_unit_uid ON gift (unit_uid);

CREATE TABLE participant (
    uid VARCHAR(36) NOT NULL,
    event_uid VARCHAR(36) NOT NULL,
    unit_uid VARCHAR(36) NOT NULL,
    people INTEGER,
    note VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_participant PRIMARY KEY (uid),
    CONSTRAINT fk_participant_event_uid FOREIGN KEY(event_uid) REFERENCES event (uid),
    CONSTRAINT fk_participant_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_participant_event_uid ON participant (event_uid);

CREATE INDEX ix_participant_unit_uid ON participant (unit_uid);

CREATE TABLE attachment (
    uid VARCHAR(36) NOT NULL,
    event_uid VARCHAR(36),
    person_uid VARCHAR(36),
    kind VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    caption VARCHAR,
    credit VARCHAR,
    sha256 VARCHAR(64) NOT NULL,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (uid),
    CONSTRAINT fk_attachment_event_uid FOREIGN KEY(event_uid) REFERENCES event (uid),
    CONSTRAINT fk_attachment_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid),
    CONSTRAINT fk_attachment_sha256 FOREIGN KEY(sha256) REFERENCES blob (sha256)
);

CREATE INDEX ix_attachment_event_uid ON attachment (event_uid);

CREATE INDEX ix_attachment_person_uid ON attachment (person_uid);

CREATE INDEX ix_attachment_sha256 ON attachment (sha256);

CREATE TABLE paper (
    uid VARCHAR(36) NOT NULL,
    event_uid VARCHAR(36) NOT NULL,
    title VARCHAR NOT NULL,
    author VARCHAR,
    person_uid VARCHAR(36),
    unit_uid VARCHAR(36),
    printed BOOLEAN,
    presented BOOLEAN,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_paper PRIMARY KEY (uid),
    CONSTRAINT fk_paper_event_uid FOREIGN KEY(event_uid) REFERENCES event (uid),
    CONSTRAINT fk_paper_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid),
    CONSTRAINT fk_paper_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_paper_event_uid ON paper (event_uid);

CREATE INDEX ix_paper_person_uid ON paper (person_uid);

CREATE INDEX ix_paper_unit_uid ON paper (unit_uid);

CREATE TABLE result (
    uid VARCHAR(36) NOT NULL,
    event_uid VARCHAR(36) NOT NULL,
    discipline VARCHAR NOT NULL,
    performer VARCHAR,
    unit_uid VARCHAR(36),
    person_uid VARCHAR(36),
    prize VARCHAR,
    score VARCHAR,
    deleted_at VARCHAR,
    sample_note VARCHAR,
    sort_key VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    CONSTRAINT pk_result PRIMARY KEY (uid),
    CONSTRAINT fk_result_event_uid FOREIGN KEY(event_uid) REFERENCES event (uid),
    CONSTRAINT fk_result_person_uid FOREIGN KEY(person_uid) REFERENCES person (uid),
    CONSTRAINT fk_result_unit_uid FOREIGN KEY(unit_uid) REFERENCES unit (uid)
);

CREATE INDEX ix_result_event_uid ON result (event_uid);

CREATE INDEX ix_result_person_uid ON result (person_uid);

CREATE INDEX ix_result_unit_uid ON result (unit_uid);
