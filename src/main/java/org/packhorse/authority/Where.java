package org.packhorse.authority;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The conditions of a search, as SQL with named values: what nobody asks for is not asked of the database, which then finds its index.
public final class Where {

	private final StringBuilder sql = new StringBuilder();

	private final Map<String, Object> values = new LinkedHashMap<>();

	/// A condition that always holds for what is looked for.
	public Where and(String condition) {
		this.sql.append(this.sql.isEmpty() ? " WHERE " : " AND ").append(condition);
		return this;
	}

	/// A condition with a value of its own; none where there is no value.
	public Where and(String condition, String name, @Nullable Object value) {
		if (value != null) {
			and(condition);
			this.values.put(name, value);
		}
		return this;
	}

	/// One more value of the last condition.
	public Where with(String name, @Nullable Object value) {
		if (value != null) {
			this.values.put(name, value);
		}
		return this;
	}

	/// As it stands in a query.
	public String sql() {
		return this.sql.toString();
	}

	/// The values by their names.
	public Map<String, Object> values() {
		return Map.copyOf(this.values);
	}

}
