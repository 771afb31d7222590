-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "revision_id" UUID,
    "paper_id" UUID,
    "format" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "signed_sha256" TEXT NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signer_iin" TEXT NOT NULL,
    "signer_bin" TEXT,
    "serial" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "certificate" BYTEA NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "stamped_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "revocation" BYTEA,
    "revocation_checked_at" TIMESTAMPTZ(3),
    "recheck_at" TIMESTAMPTZ(3),
    "rechecks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prepared_sheet" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "application_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "reason" JSONB,
    "signed_xml" TEXT NOT NULL,
    "paper_sha256" TEXT NOT NULL,
    "paper_bytes" INTEGER NOT NULL,
    "letter_sha256" TEXT,
    "letter_bytes" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prepared_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "signature_sha256_key" ON "signature"("sha256");

-- CreateIndex
CREATE INDEX "signature_revision_id_idx" ON "signature"("revision_id");

-- CreateIndex
CREATE INDEX "signature_paper_id_idx" ON "signature"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "prepared_sheet_application_id_actor_id_key" ON "prepared_sheet"("application_id", "actor_id");

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "paper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prepared_sheet" ADD CONSTRAINT "prepared_sheet_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
