BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'shuzhi','m001_inbox','2026-11-21 17:45:11.027542+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'shuzhi','m002_drafts_and_events','2026-11-21 17:45:11.031611+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'shuzhi','m003_screens_and_deliveries','2026-11-21 17:45:11.041591+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'shuzhi','m004_sealing','2026-11-21 17:45:11.055184+00:00');
CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            draft INTEGER NOT NULL REFERENCES drafts (id),
            finish_seq INTEGER NOT NULL,
            format TEXT NOT NULL,
            message_id INTEGER,
            done_at TEXT,
            UNIQUE (finish_seq, format)
        );
INSERT INTO "deliveries" VALUES(1,'telegram:1001',1,3,'txt',NULL,NULL);
INSERT INTO "deliveries" VALUES(2,'telegram:1001',1,3,'docx',NULL,NULL);
CREATE TABLE drafts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            outline TEXT NOT NULL,
            outline_version INTEGER NOT NULL,
            created_at TEXT NOT NULL
        );
INSERT INTO "drafts" VALUES(1,'telegram:1001','mayor',1,'2026-11-21T17:45:11.059+00:00');
CREATE TABLE events (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            question_key TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL,
            text TEXT NOT NULL DEFAULT '',
            target INTEGER,
            message_id INTEGER,
            inbox_seq INTEGER UNIQUE,
            at TEXT NOT NULL
        );
INSERT INTO "events" VALUES(1,1,'name','note','张三',NULL,11,1,'2026-11-21T17:45:11.059+00:00');
INSERT INTO "events" VALUES(2,1,'study','note','讲党课4次',NULL,12,2,'2026-11-21T17:45:11.060+00:00');
INSERT INTO "events" VALUES(3,1,'','finish','',NULL,NULL,NULL,'2026-11-21T17:45:11.060+00:00');
CREATE TABLE inbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL,
            update_id INTEGER NOT NULL,
            digest TEXT NOT NULL,
            chat INTEGER,
            raw TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'dead', 'quarantined')),
            attempts INTEGER NOT NULL DEFAULT 0,
            error TEXT,
            received_at TEXT NOT NULL,
            UNIQUE (source, update_id, digest)
        );
INSERT INTO "inbox" VALUES(1,'telegram:7',11,'a0d230855caa511313e44f7b904e921f7bfc6a45f8cbf59e11e1bce3fbb50035',1001,'{"update_id": 11, "message": {"message_id": 11, "text": "张三"}}','done',0,NULL,'2026-11-21T17:45:11.059+00:00');
INSERT INTO "inbox" VALUES(2,'telegram:7',12,'415c05f92c5664a5302e02ddf315ae3f065be3865545bd9e32cfe90398823fe7',1001,'{"update_id": 12, "message": {"message_id": 12, "text": "讲党课4次"}}','done',0,NULL,'2026-11-21T17:45:11.059+00:00');
INSERT INTO "inbox" VALUES(3,'telegram:7',13,'700e2258452a540c76ba43cd439b280801f6869cb54936e64bdce1d9d1017453',1001,'{"update_id": 13, "message": {"message_id": 13, "text": "还没有处理的一条"}}','new',0,NULL,'2026-11-21T17:45:11.059+00:00');
CREATE TABLE loose_notes (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            text TEXT NOT NULL,
            message_id INTEGER,
            at TEXT NOT NULL,
            draft INTEGER REFERENCES drafts (id)
        );
INSERT INTO "loose_notes" VALUES(1,'telegram:1002','还没选报告就说的话',5,'2026-11-21T17:45:11.059+00:00',NULL);
CREATE TABLE people (
            id TEXT PRIMARY KEY,
            current_draft INTEGER,
            last_seen TEXT NOT NULL
        );
INSERT INTO "people" VALUES('telegram:1001',1,'2026-11-21T17:45:11.059+00:00');
INSERT INTO "people" VALUES('telegram:1002',NULL,'2026-11-21T17:45:11.059+00:00');
CREATE TABLE purging (draft INTEGER PRIMARY KEY);
CREATE TABLE screens (
            person TEXT PRIMARY KEY REFERENCES people (id),
            message_id INTEGER,
            newest_message_id INTEGER,
            view TEXT NOT NULL DEFAULT '',
            notice TEXT NOT NULL DEFAULT '',
            wanted INTEGER NOT NULL DEFAULT 0,
            shown INTEGER NOT NULL DEFAULT 0,
            about TEXT NOT NULL DEFAULT '',
            place TEXT NOT NULL DEFAULT ''
        );
CREATE TABLE sealing (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            key_id TEXT NOT NULL
        );
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX inbox_waiting ON inbox (seq) WHERE state = 'new';
CREATE INDEX drafts_of_person ON drafts (person);
CREATE INDEX events_of_draft ON events (draft, seq);
CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are insert-only'); END;
CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
        WHEN OLD.draft NOT IN (SELECT draft FROM purging)
        BEGIN SELECT RAISE(ABORT, 'events are insert-only'); END;
CREATE INDEX loose_notes_waiting ON loose_notes (person) WHERE draft IS NULL;
CREATE INDEX screens_behind ON screens (person) WHERE wanted <> shown;
CREATE INDEX deliveries_waiting ON deliveries (person) WHERE done_at IS NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('inbox',3);
INSERT INTO "sqlite_sequence" VALUES('loose_notes',1);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('events',3);
INSERT INTO "sqlite_sequence" VALUES('deliveries',2);
COMMIT;
