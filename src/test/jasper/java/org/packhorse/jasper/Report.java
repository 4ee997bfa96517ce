package org.packhorse.jasper;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.export.ooxml.JRDocxExporter;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.export.SimpleDocxReportConfiguration;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/// The report, compiled once, which many threads fill and export at the same time.
final class Report {

	private final JasperReport pack = compiled("pack");

	private final JasperReport charts = compiled("charts");

	private final boolean tagged;

	Report(boolean tagged) throws JRException {
		this.tagged = tagged;
	}

	private static JasperReport compiled(String name) throws JRException {
		return JasperCompileManager.compileReport(Report.class.getResourceAsStream("/" + name + ".jrxml"));
	}

	/// The pack in pages for Word and PDF, or as one long page for Excel, where headings should not come again.
	JasperPrint fill(Council council, LocalDate day, boolean pages) throws JRException {
		var data = new PackData(council, day);
		Map<String, Object> parameters = new HashMap<>(data.parameters());
		parameters.put("chartsReport", this.charts);
		parameters.put(JRParameter.REPORT_LOCALE, Locale.UK);
		parameters.put(JRParameter.IS_IGNORE_PAGINATION, !pages);
		return JasperFillManager.fillReport(this.pack, parameters, new JRMapCollectionDataSource(data.sections()));
	}

	byte[] word(JasperPrint print) throws JRException {
		var out = new ByteArrayOutputStream();
		var exporter = new JRDocxExporter();
		exporter.setExporterInput(new SimpleExporterInput(print));
		exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
		var settings = new SimpleDocxReportConfiguration();
		settings.setFramesAsNestedTables(false);
		settings.setFlexibleRowHeight(true);
		exporter.setConfiguration(settings);
		exporter.exportReport();
		return out.toByteArray();
	}

	byte[] excel(JasperPrint print) throws JRException {
		var out = new ByteArrayOutputStream();
		var exporter = new JRXlsxExporter();
		exporter.setExporterInput(new SimpleExporterInput(print));
		exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
		var settings = new SimpleXlsxReportConfiguration();
		settings.setDetectCellType(true);
		settings.setWhitePageBackground(false);
		settings.setRemoveEmptySpaceBetweenRows(true);
		settings.setIgnorePageMargins(true);
		settings.setFitWidth(1);
		settings.setFitHeight(0);
		exporter.setConfiguration(settings);
		exporter.exportReport();
		return out.toByteArray();
	}

	byte[] pdf(JasperPrint print) throws JRException {
		var out = new ByteArrayOutputStream();
		var exporter = new JRPdfExporter();
		exporter.setExporterInput(new SimpleExporterInput(print));
		exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
		var settings = new SimplePdfExporterConfiguration();
		settings.setCompressed(true);
		settings.setTagged(this.tagged);
		settings.setTagLanguage("en-GB");
		settings.setMetadataTitle(print.getName());
		settings.setDisplayMetadataTitle(true);
		exporter.setConfiguration(settings);
		exporter.exportReport();
		return out.toByteArray();
	}

}
