BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'shuzhi','m001_inbox','2026-11-23 08:30:35.328376+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'shuzhi','m002_drafts_and_events','2026-11-23 08:30:35.329298+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'shuzhi','m003_screens_and_deliveries','2026-11-23 08:30:35.330100+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'shuzhi','m004_sealing','2026-11-23 08:30:35.330755+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'shuzhi','m005_writing','2026-11-23 08:30:35.331739+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'shuzhi','m006_cards','2026-11-23 08:30:35.332475+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'shuzhi','m007_access_and_usage','2026-11-23 08:30:35.333370+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'shuzhi','m008_voices','2026-11-23 08:30:35.334114+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'shuzhi','m009_follow_ups','2026-11-23 08:30:35.334921+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'shuzhi','m010_retention','2026-11-23 08:30:35.335586+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'shuzhi','m011_deadlines','2026-11-23 08:30:35.336400+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'shuzhi','m012_pins','2026-11-23 08:30:35.337064+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'shuzhi','m013_lines','2026-11-23 08:30:35.338415+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'shuzhi','m014_held','2026-11-23 08:30:35.339190+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'shuzhi','m015_indexes_for_years_of_use','2026-11-23 08:30:35.340433+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'shuzhi','m016_kept_out','2026-11-23 08:30:35.341245+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'shuzhi','m017_words_of_follow_ups','2026-11-23 08:30:35.342227+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'shuzhi','m018_message_kept_out','2026-11-23 08:30:35.343216+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'shuzhi','m019_reports_by_the_day_they_were_finished','2026-11-23 08:30:35.343801+00:00');
INSERT INTO "_sqlite_migrations" VALUES(20,'shuzhi','m020_acknowledgements','2026-11-23 08:30:35.344395+00:00');
INSERT INTO "_sqlite_migrations" VALUES(21,'shuzhi','m021_hours_of_warning','2026-11-23 08:30:35.345398+00:00');
INSERT INTO "_sqlite_migrations" VALUES(22,'shuzhi','m022_where_voices_came_from','2026-11-23 08:30:35.346418+00:00');
CREATE TABLE acknowledgements (
            person TEXT NOT NULL,
            message_id INTEGER NOT NULL,
            corrected INTEGER NOT NULL,
            PRIMARY KEY (person, message_id)
        ) WITHOUT ROWID;
CREATE TABLE cards (
            person TEXT NOT NULL REFERENCES people (id),
            message_id INTEGER NOT NULL,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            question_key TEXT NOT NULL, lines TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (person, message_id)
        );
CREATE TABLE chosen_versions (
            draft INTEGER NOT NULL REFERENCES drafts (id),
            section TEXT NOT NULL,
            version INTEGER NOT NULL REFERENCES section_versions (id),
            PRIMARY KEY (draft, section)
        );
CREATE TABLE deadlines (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            person TEXT NOT NULL REFERENCES people (id),
            day TEXT NOT NULL,
            hour INTEGER
        );
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
INSERT INTO "drafts" VALUES(1,'telegram:1001','mayor',1,'2026-11-23T08:30:35.349+00:00');
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
INSERT INTO "events" VALUES(1,1,'name','note','张三',NULL,11,1,'2026-11-23T08:30:35.349+00:00');
INSERT INTO "events" VALUES(2,1,'study','note','讲党课4次',NULL,12,2,'2026-11-23T08:30:35.349+00:00');
INSERT INTO "events" VALUES(3,1,'','finish','',NULL,NULL,NULL,'2026-11-23T08:30:35.349+00:00');
CREATE TABLE finished_reports (
            seq INTEGER PRIMARY KEY,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            report TEXT NOT NULL,
            told TEXT NOT NULL
        );
CREATE TABLE follow_ups (
            draft INTEGER NOT NULL REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            rule TEXT NOT NULL,
            version INTEGER NOT NULL,
            passed INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (draft, question_key, rule)
        );
CREATE TABLE held (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            draft INTEGER REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            view TEXT NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            message_id INTEGER,
            reply_to INTEGER,
            said_at TEXT,
            inbox_seq INTEGER
        );
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
INSERT INTO "inbox" VALUES(1,'telegram:7',11,'a0d230855caa511313e44f7b904e921f7bfc6a45f8cbf59e11e1bce3fbb50035',1001,'{"update_id": 11, "message": {"message_id": 11, "text": "张三"}}','done',0,NULL,'2026-11-23T08:30:35.349+00:00');
INSERT INTO "inbox" VALUES(2,'telegram:7',12,'415c05f92c5664a5302e02ddf315ae3f065be3865545bd9e32cfe90398823fe7',1001,'{"update_id": 12, "message": {"message_id": 12, "text": "讲党课4次"}}','done',0,NULL,'2026-11-23T08:30:35.349+00:00');
INSERT INTO "inbox" VALUES(3,'telegram:7',13,'700e2258452a540c76ba43cd439b280801f6869cb54936e64bdce1d9d1017453',1001,'{"update_id": 13, "message": {"message_id": 13, "text": "还没有处理的一条"}}','new',0,NULL,'2026-11-23T08:30:35.349+00:00');
CREATE TABLE invitations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            digest TEXT NOT NULL UNIQUE,
            made_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            used_by TEXT,
            used_at TEXT,
            withdrawn_at TEXT
        );
CREATE TABLE kept_out (chat INTEGER PRIMARY KEY, sent INTEGER NOT NULL, message INTEGER NOT NULL DEFAULT 0);
CREATE TABLE knocks (
            person TEXT PRIMARY KEY,
            count INTEGER NOT NULL,
            first_at TEXT NOT NULL,
            last_at TEXT NOT NULL,
            told_at TEXT
        );
CREATE TABLE loose_notes (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            text TEXT NOT NULL,
            message_id INTEGER,
            at TEXT NOT NULL,
            draft INTEGER REFERENCES drafts (id)
        );
INSERT INTO "loose_notes" VALUES(1,'telegram:1002','还没选报告就说的话',5,'2026-11-23T08:30:35.349+00:00',NULL);
CREATE TABLE members (
            person TEXT PRIMARY KEY,
            standing TEXT NOT NULL CHECK (standing IN ('in', 'out')),
            since TEXT NOT NULL
        );
CREATE TABLE model_calls (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            draft INTEGER,
            day TEXT NOT NULL,
            key TEXT NOT NULL,
            answer TEXT,
            prompt_tokens INTEGER NOT NULL,
            completion_tokens INTEGER NOT NULL,
            cached_tokens INTEGER NOT NULL,
            metered INTEGER NOT NULL,
            cost TEXT NOT NULL,
            at TEXT NOT NULL
        );
CREATE TABLE not_followed_up (person TEXT PRIMARY KEY REFERENCES people (id));
CREATE TABLE people (
            id TEXT PRIMARY KEY,
            current_draft INTEGER,
            last_seen TEXT NOT NULL
        );
INSERT INTO "people" VALUES('telegram:1001',1,'2026-11-23T08:30:35.349+00:00');
INSERT INTO "people" VALUES('telegram:1002',NULL,'2026-11-23T08:30:35.349+00:00');
CREATE TABLE pins (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            message_id INTEGER NOT NULL
        );
CREATE TABLE purging (draft INTEGER PRIMARY KEY);
CREATE TABLE reminders (
            draft INTEGER NOT NULL REFERENCES drafts (id),
            day TEXT NOT NULL,
            days_before INTEGER NOT NULL,
            PRIMARY KEY (draft, day, days_before)
        );
CREATE TABLE retention (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            warned_at TEXT,
            kept_at TEXT
        , hours INTEGER NOT NULL DEFAULT 0);
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
CREATE TABLE section_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            section TEXT NOT NULL,
            seq INTEGER NOT NULL,
            basis TEXT NOT NULL DEFAULT '',
            wish TEXT NOT NULL DEFAULT '',
            blocks TEXT NOT NULL,
            told TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL
        );
CREATE TABLE usage (
            person TEXT NOT NULL,
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (person, day, kind)
        ) WITHOUT ROWID;
CREATE TABLE voices (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            message_id INTEGER NOT NULL,
            file_id TEXT NOT NULL,
            file_name TEXT NOT NULL,
            mime TEXT NOT NULL,
            size INTEGER NOT NULL,
            draft INTEGER REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            after_seq INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'heard', 'correcting', 'kept', 'dropped')),
            problem TEXT NOT NULL DEFAULT '',
            transcript TEXT NOT NULL DEFAULT '',
            audio BLOB,
            attempts INTEGER NOT NULL DEFAULT 0,
            due_at TEXT NOT NULL,
            slip INTEGER,
            shown TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL, inbox_seq INTEGER,
            UNIQUE (person, message_id)
        );
CREATE TABLE writings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            draft INTEGER NOT NULL REFERENCES drafts (id),
            seq INTEGER NOT NULL UNIQUE,
            section TEXT NOT NULL DEFAULT '',
            plain INTEGER NOT NULL DEFAULT 0,
            status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'done', 'stopped')),
            frame TEXT NOT NULL DEFAULT '',
            told TEXT NOT NULL DEFAULT '',
            asked_at TEXT NOT NULL,
            ended_at TEXT
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
CREATE INDEX writings_waiting ON writings (id) WHERE status = 'waiting';
CREATE INDEX writings_of_draft ON writings (draft);
CREATE INDEX versions_of_section ON section_versions (draft, section, id);
CREATE INDEX calls_by_key ON model_calls (person, key);
CREATE INDEX calls_of_day ON model_calls (day, person);
CREATE INDEX deadlines_to_remind_of ON deadlines (day) WHERE hour IS NOT NULL;
CREATE INDEX held_of_person ON held (person, id);
CREATE INDEX inbox_set_aside ON inbox (seq) WHERE state IN ('dead', 'quarantined');
CREATE INDEX inbox_of_chat ON inbox (chat);
CREATE INDEX events_of_message ON events (draft, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX events_of_finish ON events (draft) WHERE kind = 'finish';
CREATE INDEX cards_of_draft ON cards (draft);
CREATE INDEX deliveries_of_draft ON deliveries (draft);
CREATE INDEX finished_reports_of_draft ON finished_reports (draft);
CREATE INDEX loose_notes_of_draft ON loose_notes (draft);
CREATE INDEX voices_of_draft ON voices (draft);
CREATE INDEX model_calls_of_draft ON model_calls (draft);
CREATE INDEX deliveries_of_person ON deliveries (person);
CREATE INDEX writings_of_person ON writings (person);
CREATE INDEX deadlines_of_person ON deadlines (person);
CREATE INDEX loose_notes_of_person ON loose_notes (person);
CREATE INDEX versions_chosen ON chosen_versions (version);
CREATE INDEX people_of_draft ON people (current_draft);
CREATE INDEX events_of_finish_by_day ON events (at, draft) WHERE kind = 'finish';
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('inbox',3);
INSERT INTO "sqlite_sequence" VALUES('loose_notes',1);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
INSERT INTO "sqlite_sequence" VALUES('events',3);
INSERT INTO "sqlite_sequence" VALUES('deliveries',2);
COMMIT;
