-- CreateIndex
CREATE INDEX "paper_sha256_idx" ON "paper"("sha256");
