// Works calculators again, exactly and with bounds; formulas, words and forms of numbers are in the page.
// Numbers count units of 10^-160. An end that its interval leaves out lies a trace inside; no end is BEYOND.
const power = (exponent) => 10n ** BigInt(exponent);
const ONE = power(160), BEYOND = power(220);
const size = (n) => (n < 0n ? -n : n);
const far = (n) => size(n) > power(200);
const ratio = (a, b) => (b < 0n ? ratio(-a, -b) : (2n * a + (a < 0n ? -b : b)) / (2n * b));
const near = (n, step = power(132)) => ratio(n, step) * step;
const floor = (n, step) => n - (((near(n) % step) + step) % step);

function amount(text, exponent = 0, trace = power(100)) {
	const [, bound, from, to = from] = /^([<>=~]*)(.+?)(?:\.\.(.+))?$/.exec(text);
	const [low, high] = [from, to].map((number) => {
		const [whole, places = ''] = number.split('.');
		return BigInt(whole + places.padEnd(160, 0)) * power(exponent);
	});
	return {
		low: bound[0] === '<' ? -BEYOND : bound === '>' ? low + trace : low,
		high: bound[0] === '>' ? BEYOND : bound === '<' ? high - trace : high,
		about: bound === '~',
	};
}

// Rounds to 28 decimals and keeps traces.
const settled = (apply) => (a, b) => {
	const [exact, m, n] = [apply(a, b), near(a), near(b)];
	return n && !far(a) && !far(b) ? near(apply(m, n)) + exact - apply(m, n) : exact;
};
const OPERATIONS = {
	'+': (a, b) => a + b,
	'-': (a, b) => a - b,
	'*': settled((a, b) => ratio(a * b, ONE)),
	'/': settled((a, b) => ratio(a * ONE, b)),
	round: (n, step, single) => (single ? near(n, step) : [floor(n, step), -floor(-n, step)]),
};
function run(term, values) {
	if (!Array.isArray(term)) return values[term] ?? amount(term);
	const [a, b] = [run(term[1], values), run(term[2], values)];
	if (term[0] === '/' && b.low <= 0n && b.high >= 0n) throw Error();
	const apply = (x, y) => OPERATIONS[term[0]](x, y, a.low === a.high);
	const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].flatMap((y) => apply(x, y)));
	ends.sort((x, y) => (x < y ? -1 : 1));
	return { low: ends[0], high: ends.at(-1), about: a.about || b.about };
}

for (const root of document.querySelectorAll('[data-calculator]')) {
	const { locale, bounds, inputs, outputs, nothing } = JSON.parse(root.dataset.calculator);
	const write = ({ low, high, about }, { scales, zero, joint }) => {
		const scale = (n) => scales.find(({ exponent: e }) => !e || (size(n) >= power(160 + e) && !(n % power(157 + e))));
		const number = (n, form, words) => {
			const text = `${size(n)}e-${160 + form.exponent}`;
			const minimumFractionDigits = form.cents && n % ONE && !(n % power(159)) ? 2 : 0;
			const format = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 20 });
			words ??= form[new Intl.PluralRules(locale).select(text)] ?? form.other;
			return (n < 0n ? '−' : '') + words.replace('#', format.format(text));
		};
		const [from, to] = [near(low), near(high)];
		const bound = far(high) ? (low === from ? '>=' : '>') : far(low) ? (high === to ? '<=' : '<') : about ? '~' : '';
		const n = far(low) ? to : from;
		if (far(n)) throw Error();
		if (bound || from === to) return bounds[bound] + number(n, scale(n));
		const [first, last] = [scale(from), scale(to)];
		const start = first === last ? number(from, last, last.first) : number(from, first) + joint;
		return (from ? start : zero) + number(to, last);
	};
	const sentence = ({ formula, form, worked, cases, otherwise }, values) => {
		const result = run(formula, values);
		const known = cases.find(([text]) => {
			const { low, high } = amount(text, 0, 1n);
			return !result.about && (far(low) || low <= result.low) && (far(high) || result.high <= high);
		});
		const parts = worked.map((part) => (values[part] ? write(values[part], inputs[part].form) : part));
		return [...parts, write(result, form), known?.[1] ?? otherwise].join('');
	};
	root.querySelector('[hidden]').hidden = false;
	root.addEventListener('input', () => {
		const fields = [...root.querySelectorAll('input')];
		root.querySelectorAll('output').forEach((output, at) => {
			try {
				if (root.querySelector('input:invalid')) throw Error();
				output.textContent = sentence(outputs[at], inputs.map((i, at) => amount(i.bound + fields[at].value, i.exponent)));
			} catch {
				output.textContent = nothing;
			}
		});
	});
}
