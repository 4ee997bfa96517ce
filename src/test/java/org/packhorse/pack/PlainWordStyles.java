package org.packhorse.pack;

import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.packhorse.writer.Look;

/// The styles and lists of the Word yardstick; a new XWPF document has none of its own.
final class PlainWordStyles {

	private final XWPFStyles styles;

	private final Look look;

	private final BigInteger bullets;

	private final BigInteger numbers;

	PlainWordStyles(XWPFDocument word, Look look) {
		this.styles = word.createStyles();
		this.look = look;
		var font = CTFonts.Factory.newInstance();
		font.setAscii(look.font());
		font.setHAnsi(look.font());
		this.styles.setDefaultFonts(font);
		style("Title", -1, 28, look.accent());
		style("Subtitle", -1, 14, null);
		for (int level = 1; level <= 6; level++) {
			style("Heading" + level, level - 1, 20 - 2 * level, look.accent());
		}
		style("Caption", -1, 10, look.accent());
		style("TableHead", -1, 9, "FFFFFF");
		style("TableText", -1, 9, null);
		this.bullets = list(word, 1, STNumberFormat.BULLET, "•");
		this.numbers = list(word, 2, STNumberFormat.DECIMAL, "%1.");
	}

	/// The list of bulleted paragraphs.
	BigInteger bullets() {
		return this.bullets;
	}

	/// The list of numbered paragraphs.
	BigInteger numbers() {
		return this.numbers;
	}

	private void style(String id, int outline, int points, @Nullable String colour) {
		var style = CTStyle.Factory.newInstance();
		style.setStyleId(id);
		style.addNewName().setVal(outline < 0 ? id : "heading " + (outline + 1));
		style.setType(STStyleType.PARAGRAPH);
		if (outline >= 0) {
			style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
		}
		var run = style.addNewRPr();
		if (colour != null) {
			run.addNewB();
			run.addNewColor().setVal(colour);
		}
		run.addNewSz().setVal(BigInteger.valueOf(2L * points));
		this.styles.addStyle(new XWPFStyle(style));
	}

	private static BigInteger list(XWPFDocument word, int id, STNumberFormat.Enum format, String mark) {
		var list = CTAbstractNum.Factory.newInstance();
		list.setAbstractNumId(BigInteger.valueOf(id));
		var level = list.addNewLvl();
		level.setIlvl(BigInteger.ZERO);
		level.addNewStart().setVal(BigInteger.ONE);
		level.addNewNumFmt().setVal(format);
		level.addNewLvlText().setVal(mark);
		var numbering = word.createNumbering();
		return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
	}

}
