-- What an indicator is about, such as workforce or audit, so that packs can show such indicators together.
ALTER TABLE kpis ADD COLUMN topic VARCHAR(60);
ALTER TABLE staged_kpis ADD COLUMN topic VARCHAR(60);
