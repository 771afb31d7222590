-- What schema.prisma cannot say. Each object here is named in the drift test's list.

-- Numbers of applications go on from those of the platform that this one replaces (seed: 44007).
ALTER SEQUENCE "application_number_seq" RESTART WITH 44000;

-- An address belongs to at most one account that proved it; any number may wait for proof.
CREATE UNIQUE INDEX "account_confirmed_email" ON "account" ("email") WHERE "email_confirmed_at" IS NOT NULL;

-- Double click on «Подать заявку»: one empty draft per person and service.
CREATE UNIQUE INDEX "application_empty_draft" ON "application" ("owner_id", "service_slug")
  WHERE "status" = 'draft' AND "subject_key" IS NULL;

-- One live application per person, child, service and period.
CREATE UNIQUE INDEX "application_live" ON "application" ("owner_id", "subject_key", "service_slug", "period_key")
  WHERE "subject_key" IS NOT NULL
    AND "status" IN ('draft', 'sent', 'correction', 'registered', 'waiting', 'on_signing');

ALTER TABLE "journal" ADD CONSTRAINT "journal_counts_up" CHECK ("first" >= 1 AND "next" >= "first");

-- A slot holds one file at a time.
CREATE UNIQUE INDEX "application_document_current" ON "application_document" ("application_id", "slot")
  WHERE "removed_at" IS NULL;
