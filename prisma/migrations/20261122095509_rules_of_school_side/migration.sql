-- What schema.prisma cannot say. Each object here is named in the drift test's list.

-- One thing at a time is asked of an applicant.
CREATE UNIQUE INDEX "correction_open" ON "correction" ("application_id") WHERE "settled_at" IS NULL;

-- One slip of an application can be used.
CREATE UNIQUE INDEX "claim_slip_current" ON "claim_slip" ("application_id")
  WHERE "voided_at" IS NULL AND "undone_at" IS NULL;

ALTER TABLE "membership" ADD CONSTRAINT "membership_begins_first" CHECK ("valid_to" IS NULL OR "valid_from" < "valid_to");
ALTER TABLE "membership" ADD CONSTRAINT "membership_acting_by_order" CHECK (NOT "is_acting" OR ("basis" <> '' AND "valid_to" IS NOT NULL));

-- A text that people read is there in both languages or not at all.
ALTER TABLE "service_switch" ADD CONSTRAINT "service_switch_both_languages" CHECK (("text_kk" = '') = ("text_ru" = '') AND (NOT "is_off" OR "text_kk" <> ''));
ALTER TABLE "intake_window" ADD CONSTRAINT "intake_window_both_languages" CHECK (("closed_kk" = '') = ("closed_ru" = ''));

-- What was there before: complete when sent, answered when its history says so, numbered as its number says.
UPDATE "application" SET "complete_at" = "sent_at" WHERE "sent_at" IS NOT NULL;
UPDATE "application" SET "decided_at" = "h"."at", "ground_code" = "h"."detail" ->> 'ground'
  FROM "history_event" AS "h"
  WHERE "h"."application_id" = "application"."id" AND "h"."to" = "application"."status"
    AND "application"."status" IN ('intake_refused', 'approved', 'refused');
UPDATE "paper" SET "ordinal" = "number"::integer
  WHERE "journal_year" IS NOT NULL AND "kind" <> 'notification' AND "number" ~ '^[0-9]{1,9}$';
