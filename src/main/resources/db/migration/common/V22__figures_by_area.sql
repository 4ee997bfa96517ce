-- A council's neighbours' figures of all periods are read by area; those of one period by indicator, as before.

CREATE INDEX benchmarks_by_area ON benchmarks (area, period_end);
