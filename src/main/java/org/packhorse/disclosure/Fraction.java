package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An exact number: whether a figure can be worked out must not hang on rounding.
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

	static final Fraction ZERO = of(0);

	static final Fraction ONE = of(1);

	Fraction {
		var common = over.gcd(under).max(BigInteger.ONE);
		if (under.signum() < 0) {
			common = common.negate();
		}
		if (!common.equals(BigInteger.ONE)) {
			over = over.divide(common);
			under = under.divide(common);
		}
	}

	static Fraction of(long number) {
		return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
	}

	static Fraction of(BigDecimal number) {
		return number.scale() <= 0 ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
				: new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
	}

	Fraction plus(Fraction other) {
		return new Fraction(this.over.multiply(other.under).add(other.over.multiply(this.under)), this.under.multiply(other.under));
	}

	Fraction minus(Fraction other) {
		return plus(other.negated());
	}

	Fraction times(Fraction other) {
		return new Fraction(this.over.multiply(other.over), this.under.multiply(other.under));
	}

	Fraction by(Fraction other) {
		return new Fraction(this.over.multiply(other.under), this.under.multiply(other.over));
	}

	Fraction negated() {
		return new Fraction(this.over.negate(), this.under);
	}

	int signum() {
		return this.over.signum();
	}

	boolean isWhole() {
		return this.under.equals(BigInteger.ONE);
	}

	/// The largest whole number that is not above it.
	Fraction floor() {
		var parts = this.over.divideAndRemainder(this.under);
		return new Fraction(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
	}

	Fraction ceiling() {
		return negated().floor().negated();
	}

	@Override
	public int compareTo(Fraction other) {
		return this.over.multiply(other.under).compareTo(other.over.multiply(this.under));
	}

}
