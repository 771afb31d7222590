-- DropIndex
DROP INDEX "application_subject_key_service_slug_period_key_idx";

-- DropIndex
DROP INDEX "application_party_organisation_id_idx";

-- CreateIndex
CREATE INDEX "account_iin_idx" ON "account"("iin");

-- CreateIndex
CREATE INDEX "application_organisation_id_status_service_slug_due_at_assi_idx" ON "application"("organisation_id", "status", "service_slug", "due_at", "assignee_id");

-- CreateIndex
CREATE INDEX "application_subject_key_service_slug_period_key_status_id_idx" ON "application"("subject_key", "service_slug", "period_key", "status", "id");

-- CreateIndex
CREATE INDEX "application_party_organisation_id_part_application_id_idx" ON "application_party"("organisation_id", "part", "application_id");

-- CreateIndex
CREATE INDEX "paper_replaced_by_id_idx" ON "paper"("replaced_by_id");
