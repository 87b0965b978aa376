// Works calculators again; formulas and words are in the page.
// Numbers count 10^-160. An end that its interval leaves out lies a trace inside; no end is FAR out.
const power = (zeros) => 10n ** BigInt(zeros);
const ONE = power(160), FAR = power(220);
const size = (n) => (n < 0n ? -n : n);
const far = (n) => size(n) > power(200);
const ratio = (a, b) => (b < 0n ? ratio(-a, -b) : (2n * a + (a < 0n ? -b : b)) / (2n * b));
const near = (n, step = power(132)) => ratio(n, step) * step;
const floor = (n, step) => n - (((near(n) % step) + step) % step);

function amount(text, zeros = 0, trace = power(100)) {
	const [, bound, from, to = from] = /^([<>=~]*)(.+?)(?:\.\.(.+))?$/.exec(text);
	const [low, high] = [from, to].map((number) => {
		const [whole, places = ''] = number.split('.');
		return BigInt(whole + places.padEnd(160, 0)) * power(zeros);
	});
	return {
		low: bound[0] === '<' ? -FAR : bound === '>' ? low + trace : low,
		high: bound[0] === '>' ? FAR : bound === '<' ? high - trace : high,
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
	const [a, b] = term.slice(1).map((part) => run(part, values));
	if (term[0] === '/' && b.low <= 0n && b.high >= 0n) throw Error();
	const apply = (x) => [b.low, b.high].flatMap((y) => OPERATIONS[term[0]](x, y, a.low === a.high));
	const ends = [a.low, a.high].flatMap(apply);
	ends.sort((x, y) => (x < y ? -1 : 1));
	return { low: ends[0], high: ends.at(-1) };
}

for (const root of document.querySelectorAll('.calculator')) {
	const data = JSON.parse(root.dataset.calculator);
	const write = ({ low, high }, { about, scales, zero, joint }) => {
		const scale = (n) => scales.find(({ zeros: z }) => !z || (size(n) >= power(160 + z) && !(n % power(157 + z))));
		const number = (n, form, words) => {
			const text = `${size(n)}e-${160 + form.zeros}`;
			const minimumFractionDigits = form.cents && n % ONE && !(n % power(159)) ? 2 : 0;
			const format = new Intl.NumberFormat(data.locale, { minimumFractionDigits, maximumFractionDigits: 20 });
			words ??= form[new Intl.PluralRules(data.locale).select(text)] ?? form.other;
			return (n < 0n ? '−' : '') + words.replace('#', format.format(text));
		};
		const [from, to] = [near(low), near(high)];
		const [sign, end, n] = far(low) ? ['<', high, to] : [far(high) ? '>' : '', low, from];
		if (far(n)) throw Error();
		if (sign || from === to) return about + data.bounds[end === n ? sign + '=' : sign] + number(n, scale(n));
		const [first, last] = [scale(from), scale(to)];
		const start = first === last ? number(from, last, last.first) : number(from, first) + joint;
		return (from ? start : zero) + number(to, last);
	};
	root.querySelector('[hidden]').hidden = false;
	root.addEventListener('input', () => {
		root.querySelectorAll('output').forEach((output, at) => {
			const { formula, form, worked, cases, otherwise } = data.outputs[at];
			let said = data.nothing;
			try {
				const fields = root.querySelectorAll('input');
				const values = data.inputs.map(({ bound, zeros }, at) => amount(bound + fields[at].value, zeros));
				const result = run(formula, values);
				const known = cases.find(([text]) => {
					const { low, high } = amount(text, 0, 1n);
					return (far(low) || low <= result.low) && (far(high) || result.high <= high);
				});
				const parts = worked.map((part) => (values[part] ? write(values[part], data.inputs[part].form) : part));
				parts.push(write(result, form), known?.[1] ?? otherwise);
				if (!root.querySelector(':invalid')) said = parts.join('');
			} catch {}
			output.textContent = said;
		});
	});
}
