// Tells a chart's values beside their marks: of the one nearest to the pointer, or of those that arrow keys go through.
// Everything that it tells stands in the chart's table; the drawing names its rows and their points (row, x, y).
for (const plot of document.querySelectorAll('.chart .chart-plot')) {
	const rows = plot.closest('.chart').querySelectorAll('.chart-data tbody tr');
	if (!rows.length) continue;
	const [ring, detail] = ['chart-ring', 'chart-detail'].map((name) => {
		const element = document.createElement('div');
		element.className = name;
		element.hidden = true;
		return plot.appendChild(element);
	});
	detail.role = 'status';
	let shown, dismissed;

	const hide = () => {
		ring.hidden = detail.hidden = true;
		shown = undefined;
	};
	const place = (svg, { x, y }) => {
		const [frame, box] = [plot.getBoundingClientRect(), svg.getBoundingClientRect()];
		const scale = box.width / svg.viewBox.baseVal.width;
		return [box.left - frame.left + x * scale, box.top - frame.top + y * scale];
	};
	const show = (svg, point) => {
		if (shown === point) return;
		const cells = [...rows[point.row].cells];
		const value = document.createElement('strong');
		value.textContent = cells.find((cell) => cell.className === 'value')?.textContent ?? '';
		const others = cells.filter((cell) => cell.className !== 'value' && cell.textContent.trim());
		detail.replaceChildren(value, others.map((cell) => cell.textContent).join(' · '));
		ring.hidden = detail.hidden = false;
		shown = point;
		const [x, y] = place(svg, point);
		const under = y < detail.offsetHeight + 12;
		const left = Math.max(0, Math.min(x - detail.offsetWidth / 2, plot.clientWidth - detail.offsetWidth));
		Object.assign(ring.style, { left: `${x}px`, top: `${y}px` });
		Object.assign(detail.style, { left: `${left}px`, top: `${under ? y + 12 : y - detail.offsetHeight - 12}px` });
	};

	for (const svg of plot.querySelectorAll('svg[data-rows]')) {
		const numbers = svg.dataset.rows.split(' ').map(Number);
		const points = Array.from({ length: Math.floor(numbers.length / 3) }, (_, at) => ({
			row: numbers[3 * at], x: numbers[3 * at + 1], y: numbers[3 * at + 2],
		}));
		if (!points.length) continue;
		svg.tabIndex = 0;
		const follow = ({ clientX, clientY, target }) => {
			if (!svg.getClientRects().length) return;
			const frame = plot.getBoundingClientRect();
			const away = (point) => {
				const [x, y] = place(svg, point);
				return Math.hypot(x - clientX + frame.left, y - clientY + frame.top);
			};
			const nearest = points.reduce((best, point) => (away(point) < away(best) ? point : best));
			// On what is told already, only a mark right under the pointer is told instead.
			if (nearest !== dismissed && (!detail.contains(target) || away(nearest) < 8)) show(svg, nearest);
		};
		plot.addEventListener('pointermove', follow);
		plot.addEventListener('pointerdown', follow);
		svg.addEventListener('focus', () => svg.matches(':focus-visible') && show(svg, shown ?? points[0]));
		svg.addEventListener('blur', hide);
		svg.addEventListener('keydown', (event) => {
			const at = points.indexOf(shown);
			const next = {
				ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: points.length - 1,
			}[event.key];
			if (next === undefined) return;
			event.preventDefault();
			show(svg, points[Math.max(0, Math.min(next, points.length - 1))]);
		});
	}
	// What is told stays while the pointer is on it, and goes with Escape until another mark is pointed at.
	plot.addEventListener('pointerleave', ({ pointerType }) => {
		dismissed = undefined;
		if (pointerType !== 'touch' && !plot.contains(document.activeElement)) hide();
	});
	document.addEventListener('pointerdown', ({ target }) => plot.contains(target) || hide());
	document.addEventListener('keydown', ({ key }) => {
		if (key !== 'Escape' || !shown) return;
		dismissed = shown;
		hide();
	});
}
