package org.packhorse.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static org.packhorse.authority.Columns.words;

/// What stands around a council's plans: the risks to them and the inspectors' judgements.
@Repository
public class Oversight {

	private final JdbcClient jdbc;

	public Oversight(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The risks that are open as at a date, each as last reported by then, the highest first.
	public List<Risk> risks(String authority, LocalDate date) {
		var latest = new LinkedHashMap<String, Risk>();
		this.jdbc.sql("SELECT * FROM risks WHERE authority = ? AND reported_on <= ? ORDER BY ref, reported_on").params(authority, date).query(row -> {
			var ref = row.getString("ref");
			if (row.getString("state").equals("closed")) {
				latest.remove(ref);
			}
			else {
				latest.put(ref, new Risk(ref, row.getObject("reported_on", LocalDate.class), row.getString("risk"), words(row, "plan"),
						words(row, "section"), row.getInt("likelihood"), row.getInt("impact"), words(row, "mitigation"), words(row, "lead")));
			}
		});
		return latest.values()
			.stream()
			.sorted(Comparator.comparing(Risk::score).reversed().thenComparing(Risk::ref, NaturalOrder.NATURAL))
			.toList();
	}

	/// The judgements published by a date, oldest first.
	public List<Judgement> judgements(String authority, LocalDate date) {
		return this.jdbc.sql("SELECT * FROM judgements WHERE authority = ? AND published_on <= ? ORDER BY published_on, domain")
			.params(authority, date)
			.query((row, _) -> new Judgement(row.getObject("published_on", LocalDate.class), row.getString("domain"), words(row, "inspection"),
					row.getString("judgement")))
			.list();
	}

}
