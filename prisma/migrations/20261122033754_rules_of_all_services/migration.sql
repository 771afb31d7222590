-- What schema.prisma cannot say. Each object here is named in the drift test's list.

-- «Семья» keeps one paper of a kind for each child, and one of the parent's own.
CREATE UNIQUE INDEX "family_paper_kept" ON "family_paper" ("account_id", "child_id", "kind") NULLS NOT DISTINCT;

ALTER TABLE "intake_window" ADD CONSTRAINT "intake_window_opens_first" CHECK ("opens_at" < "closes_at");
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_not_negative" CHECK ("seats" >= 0);

-- A result is an order, a certificate or a referral now: its check code is the paper's.
UPDATE "application"
  SET "result" = jsonb_set("result", '{codes}',
    jsonb_build_object('paper', "result" #> '{codes,order}', 'notification', "result" #> '{codes,notification}'))
  WHERE "result" #> '{codes,order}' IS NOT NULL;
