-- DropIndex
DROP INDEX "membership_account_id_organisation_id_role_key";

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "is_paper" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "basis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "iin" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "is_acting" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "intake_window" ADD COLUMN     "closed_kk" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "closed_ru" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "assignee_id" UUID,
ADD COLUMN     "complete_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_days" INTEGER,
ADD COLUMN     "ground_code" TEXT,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'cabinet';

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "result" TEXT;

-- AlterTable
ALTER TABLE "journal" ADD COLUMN     "prefix" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suffix" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "paper" ADD COLUMN     "ordinal" INTEGER;

-- CreateTable
CREATE TABLE "service_switch" (
    "service_slug" TEXT NOT NULL,
    "is_off" BOOLEAN NOT NULL DEFAULT false,
    "text_kk" TEXT NOT NULL DEFAULT '',
    "text_ru" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_switch_pkey" PRIMARY KEY ("service_slug")
);

-- CreateTable
CREATE TABLE "text_template" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "body_kk" TEXT NOT NULL,
    "body_ru" TEXT NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "is_off" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "answer_by" TEXT NOT NULL,
    "remind_on" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "outcome" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "side" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_event" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reader_id" UUID NOT NULL,
    "reader_name" TEXT NOT NULL,
    "organisation_id" UUID,
    "role" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "access_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_slip" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "voided_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),
    "claimed_by_id" UUID,
    "paper_owner_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "claim_slip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "told_once" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_once_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "organisation_id" UUID,
    "action" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "locale" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_statistic" (
    "service_slug" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "sent" INTEGER NOT NULL,
    "approved" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "median_days" INTEGER,
    "on_time" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_statistic_pkey" PRIMARY KEY ("service_slug")
);

-- CreateIndex
CREATE INDEX "text_template_kind_sort_idx" ON "text_template"("kind", "sort");

-- CreateIndex
CREATE INDEX "correction_application_id_idx" ON "correction"("application_id");

-- CreateIndex
CREATE INDEX "message_application_id_at_idx" ON "message"("application_id", "at");

-- CreateIndex
CREATE INDEX "access_event_application_id_at_idx" ON "access_event"("application_id", "at");

-- CreateIndex
CREATE INDEX "claim_slip_application_id_idx" ON "claim_slip"("application_id");

-- CreateIndex
CREATE INDEX "told_once_at_idx" ON "told_once"("at");

-- CreateIndex
CREATE INDEX "batch_actor_id_created_at_idx" ON "batch"("actor_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_role_idx" ON "membership"("organisation_id", "role");

-- CreateIndex
CREATE INDEX "application_organisation_id_due_at_number_idx" ON "application"("organisation_id", "due_at", "number");

-- CreateIndex
CREATE INDEX "application_organisation_id_status_due_at_number_idx" ON "application"("organisation_id", "status", "due_at", "number");

-- CreateIndex
CREATE INDEX "application_organisation_id_decided_at_idx" ON "application"("organisation_id", "decided_at");

-- CreateIndex
CREATE INDEX "application_decided_at_service_slug_idx" ON "application"("decided_at", "service_slug");

-- CreateIndex
CREATE INDEX "application_assignee_id_idx" ON "application"("assignee_id");

-- CreateIndex
CREATE INDEX "history_event_at_action_idx" ON "history_event"("at", "action");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "outbox_batch_id_idx" ON "outbox"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_organisation_id_kind_journal_year_ordinal_key" ON "paper"("organisation_id", "kind", "journal_year", "ordinal");

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_event" ADD CONSTRAINT "access_event_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_event" ADD CONSTRAINT "access_event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_slip" ADD CONSTRAINT "claim_slip_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
