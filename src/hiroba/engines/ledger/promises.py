"""What the database itself promises about the ledger, alike on SQLite and PostgreSQL.

Legs are written first and their entry last, in one transaction. When the entry is written it is
sealed: its legs add up to nothing, they are as many as it says, its year is not closed, and the
balances of their accounts move. After that no leg can be added, and nothing is ever changed.
"""

from django.db.migrations import RunPython

SUMS = "SELECT coalesce(sum(yen), 0) <> 0 OR count(*) < 2 OR count(*) <> NEW.leg_count"
CLOSED = "EXISTS (SELECT 1 FROM ledger_closing WHERE fiscal_year = NEW.fiscal_year)"
MOVED = """
    UPDATE ledger_balance SET yen = yen + (
        SELECT sum(yen) FROM ledger_leg
        WHERE entry_id = NEW.id AND account_id = ledger_balance.account_id
    ) WHERE account_id IN (SELECT account_id FROM ledger_leg WHERE entry_id = NEW.id)
"""
SEALED = "EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id)"

SQLITE = (
    f"""
    CREATE TRIGGER ledger_entry_is_sealed AFTER INSERT ON ledger_entry BEGIN
        SELECT RAISE(ABORT, 'ledger entry is not balanced')
        WHERE ({SUMS} FROM ledger_leg WHERE entry_id = NEW.id);
        SELECT RAISE(ABORT, 'ledger year is closed') WHERE {CLOSED};
        {MOVED};
    END
    """,  # noqa: S608
    f"""
    CREATE TRIGGER ledger_leg_comes_before_its_entry BEFORE INSERT ON ledger_leg
    WHEN {SEALED}
    BEGIN SELECT RAISE(ABORT, 'ledger entry is sealed'); END
    """,
)
POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION ledger_entry_seals() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF ({SUMS} FROM ledger_leg WHERE entry_id = NEW.id) THEN
            RAISE EXCEPTION 'ledger entry is not balanced' USING ERRCODE = '23514';
        END IF;
        IF {CLOSED} THEN
            RAISE EXCEPTION 'ledger year is closed' USING ERRCODE = '23514';
        END IF;
        PERFORM 1 FROM ledger_balance WHERE account_id IN
            (SELECT account_id FROM ledger_leg WHERE entry_id = NEW.id)
            ORDER BY account_id FOR UPDATE;
        {MOVED};
        RETURN NULL;
    END $$
    """,  # noqa: S608
    """
    CREATE TRIGGER ledger_entry_is_sealed AFTER INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_seals()
    """,
    f"""
    CREATE OR REPLACE FUNCTION ledger_leg_waits() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {SEALED} THEN
            RAISE EXCEPTION 'ledger entry is sealed' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER ledger_leg_comes_before_its_entry BEFORE INSERT ON ledger_leg
    FOR EACH ROW EXECUTE FUNCTION ledger_leg_waits()
    """,
)
RELEASE_SQLITE = (
    "DROP TRIGGER ledger_entry_is_sealed",
    "DROP TRIGGER ledger_leg_comes_before_its_entry",
)
RELEASE_POSTGRESQL = (
    "DROP FUNCTION ledger_entry_seals() CASCADE",
    "DROP FUNCTION ledger_leg_waits() CASCADE",
)


def sealed() -> RunPython:
    """A migration's step after which entries are balanced, sealed, and move their balances."""

    def keep(apps, schema_editor):  # type: ignore[no-untyped-def]
        postgresql = schema_editor.connection.vendor == "postgresql"
        for statement in POSTGRESQL if postgresql else SQLITE:
            schema_editor.execute(statement)

    def release(apps, schema_editor):  # type: ignore[no-untyped-def]
        postgresql = schema_editor.connection.vendor == "postgresql"
        for statement in RELEASE_POSTGRESQL if postgresql else RELEASE_SQLITE:
            schema_editor.execute(statement)

    return RunPython(keep, release)
