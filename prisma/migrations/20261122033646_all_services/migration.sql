-- AlterTable
ALTER TABLE "application" ADD COLUMN     "in_area" BOOLEAN,
ADD COLUMN     "queue_no" INTEGER,
ADD COLUMN     "queue_variant" TEXT,
ADD COLUMN     "stages" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "intake_window" (
    "service_slug" TEXT NOT NULL,
    "period_key" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TEXT,

    CONSTRAINT "intake_window_pkey" PRIMARY KEY ("service_slug","period_key")
);

-- CreateTable
CREATE TABLE "capacity" (
    "organisation_id" UUID NOT NULL,
    "service_slug" TEXT NOT NULL,
    "period_key" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "capacity_pkey" PRIMARY KEY ("organisation_id","service_slug","period_key","variant")
);

-- CreateTable
CREATE TABLE "queue_counter" (
    "organisation_id" UUID NOT NULL,
    "service_slug" TEXT NOT NULL,
    "period_key" TEXT NOT NULL,
    "last" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "queue_counter_pkey" PRIMARY KEY ("organisation_id","service_slug","period_key")
);

-- CreateTable
CREATE TABLE "yearly_sum" (
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "yearly_sum_pkey" PRIMARY KEY ("code","year")
);

-- CreateTable
CREATE TABLE "family_child" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "iin" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "patronymic" TEXT NOT NULL DEFAULT '',
    "birth_date" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_certificate" TEXT NOT NULL DEFAULT '',
    "school_id" UUID,
    "grade" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "family_child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_paper" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "child_id" UUID,
    "kind" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "valid_until" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "family_paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "family_child_account_id_iin_key" ON "family_child"("account_id", "iin");

-- CreateIndex
CREATE UNIQUE INDEX "family_paper_document_id_key" ON "family_paper"("document_id");

-- CreateIndex
CREATE INDEX "family_paper_account_id_idx" ON "family_paper"("account_id");

-- CreateIndex
CREATE INDEX "application_subject_key_service_slug_period_key_idx" ON "application"("subject_key", "service_slug", "period_key");

-- CreateIndex
CREATE UNIQUE INDEX "application_organisation_id_service_slug_period_key_queue_n_key" ON "application"("organisation_id", "service_slug", "period_key", "queue_no");

-- AddForeignKey
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_counter" ADD CONSTRAINT "queue_counter_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_child" ADD CONSTRAINT "family_child_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_child" ADD CONSTRAINT "family_child_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_paper" ADD CONSTRAINT "family_paper_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_paper" ADD CONSTRAINT "family_paper_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "family_child"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_paper" ADD CONSTRAINT "family_paper_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
