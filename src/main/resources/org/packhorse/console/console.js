// What pages do by themselves where scripts run; every page works without.
const here = document.querySelector('script[data-govuk]');
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
const { initAll } = await import(here.dataset.govuk);
initAll();
// Parts of a page that move by themselves.
if (document.querySelector('[hx-get]')) {
	const script = document.createElement('script');
	script.src = here.dataset.htmx;
	document.head.append(script);
}
