-- What schema.prisma cannot say. Each object here is named in the drift test's list.

-- A signature is over a statement or over a paper.
ALTER TABLE "signature" ADD CONSTRAINT "signature_of_one_thing" CHECK (num_nonnulls("revision_id", "paper_id") = 1);

-- The few whose revocation is still to be asked for.
CREATE INDEX "signature_pending" ON "signature" ("recheck_at") WHERE "status" = 'revocationPending';
