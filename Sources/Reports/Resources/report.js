"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const pageRows = 25;
  document.documentElement.classList.add("has-js");

  function element(parent, name, attributes, text) {
    const made = document.createElement(name);
    for (const key in attributes || {}) made.setAttribute(key, attributes[key]);
    if (text !== undefined) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  }

  // What a text of a table is worth: "−1,234.5" and "1.2 × 10⁻⁵" are numbers.
  const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  function number(text) {
    if (text === "") return null;
    const [value, power] = text.split(" × 10");
    const plain = value.replaceAll(",", "").replace("−", "-").replace("∞", "Infinity");
    if (power === undefined) return Number(plain);
    const digits = [...power].map((c) => (c === "⁻" ? "-" : raised.indexOf(c))).join("");
    return Number(plain + "e" + digits);
  }

  function table(source) {
    const box = document.querySelector('table[data-table="' + CSS.escape(source.id) + '"]');
    const body = box.querySelector("tbody");
    const heads = [...box.querySelectorAll("thead th")];
    const columns = source.columns.map((column) => ({
      name: column.name, number: column.number,
      texts: column.number ? column.texts : column.places.map((place) => column.words[place]),
    }));
    const count = columns[0].texts.length;
    const all = columns[0].texts.map((_, row) => row);
    const galaxy = columns.findIndex((column) => column.name === "galaxy");
    let view = all;
    let key = -1;
    let down = false;
    let page = 0;

    const title = "t-" + source.id;
    const at = (kind) => document.querySelector("." + kind + '[data-for="' + CSS.escape(title) + '"]');
    const [controls, pager] = [at("ctl"), at("pager")];
    const filters = [];
    let search = null;
    if (columns.some((column) => !column.number) && count > pageRows) {
      const label = element(controls, "label", {}, galaxy >= 0 ? "Galaxy" : "Find");
      search = element(label, "input", {
        type: "search", autocomplete: "off", spellcheck: "false", size: "12",
      });
      search.oninput = apply;
    }
    columns.forEach((column, index) => {
      if (column.number || index === galaxy || count <= pageRows) return;
      const words = [...new Set(column.texts)];
      if (words.length < 2 || words.length > 12 || filters.length === 3) return;
      const label = element(controls, "label", {}, column.name);
      const select = element(label, "select");
      element(select, "option", { value: "*" }, "all");
      for (const word of words) {
        const rows = column.texts.filter((text) => text === word).length;
        element(select, "option", { value: "=" + word }, (word || "–") + " (" + rows + ")");
      }
      select.onchange = apply;
      filters.push({ index, select });
    });
    const previous = element(pager, "button", { type: "button" }, "Previous");
    const info = element(pager, "span", { role: "status" });
    const next = element(pager, "button", { type: "button" }, "Next");
    previous.onclick = () => { page -= 1; draw(); };
    next.onclick = () => { page += 1; draw(); };
    if (count <= pageRows) pager.remove();

    heads.forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.append(head.firstChild);
      head.append(button);
      button.onclick = () => {
        down = key === index ? !down : columns[index].number;
        key = index;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        apply();
      };
    });

    function draw() {
      body.textContent = "";
      for (const row of view.slice(page * pageRows, (page + 1) * pageRows)) {
        const line = element(body, "tr");
        columns.forEach((column, index) => {
          const text = column.texts[row];
          const cell = element(line, index ? "td" : "th", index ? {} : { scope: "row" });
          if (!column.number) cell.className = "l";
          if (index === galaxy && Object.hasOwn(data.curves, text)) {
            const button = element(cell, "button", {
              type: "button", class: "open", "aria-haspopup": "dialog",
            }, text);
            button.onclick = () => curve.open(text, columns, row);
          } else {
            cell.textContent = text || "–";
          }
        });
      }
      const first = view.length ? page * pageRows + 1 : 0;
      const last = Math.min(view.length, (page + 1) * pageRows);
      info.textContent = first + "–" + last + " of " + view.length
        + (view.length < count ? " (" + count + " in all)" : "");
      previous.disabled = page === 0;
      next.disabled = last >= view.length;
    }

    function apply() {
      const wanted = search ? search.value.trim().toLowerCase() : "";
      const words = galaxy >= 0 ? [columns[galaxy]] : columns.filter((column) => !column.number);
      view = all.filter((row) =>
        (!wanted || words.some((column) => column.texts[row].toLowerCase().includes(wanted)))
        && filters.every(({ index, select }) =>
          select.value === "*" || select.value === "=" + columns[index].texts[row]));
      if (key >= 0) {
        const column = columns[key];
        const values = column.number ? column.texts.map(number) : column.texts;
        const missing = (row) => values[row] === null || values[row] === "";
        view = view.slice().sort((a, b) => {
          if (missing(a) || missing(b)) return missing(a) - missing(b);
          const order = column.number
            ? values[a] - values[b] : values[a].localeCompare(values[b], "en", { numeric: true });
          return down ? -order : order;
        });
      }
      page = 0;
      draw();
    }
    draw();
  }

  const curve = (function () {
    const dialog = document.getElementById("curve");
    const [controls, plot] = [dialog.querySelector(".ctl"), dialog.querySelector(".plot")];
    const space = "http://www.w3.org/2000/svg";
    const lines = [
      { of: "g", name: "gas", tone: "k3", dash: "0 2.3", width: 1.25, round: true },
      { of: "d", name: "disk", tone: "k2", dash: "4.5 2.2", width: 1 },
      { of: "b", name: "bulge", tone: "k4", dash: "5.5 1.9 1 1.9", width: 1 },
      { of: "x", name: "added by the law", tone: "k1", dash: "none", width: 1 },
      { of: "m", name: "total", tone: "ink", dash: "none", width: 1.4 },
    ];

    function draw(parent, name, attributes, text) {
      const made = document.createElementNS(space, name);
      for (const key in attributes) made.setAttribute(key, attributes[key]);
      if (text !== undefined) made.textContent = text;
      parent.append(made);
      return made;
    }

    function ticks(low, high, most) {
      const raw = (high - low) / most;
      const unit = Math.pow(10, Math.floor(Math.log10(raw)));
      const step = [1, 2, 5, 10].map((m) => m * unit).find((value) => value >= raw * (1 - 1e-9));
      const found = [];
      for (let k = Math.ceil(low / step - 1e-9); k * step <= high * (1 + 1e-9); k += 1) {
        found.push(Number((k * step).toPrecision(12)));
      }
      return found;
    }

    function picture(galaxy, set) {
      const [width, left, top, right, main, strip, gap] = [244, 27, 14, 5, 118, 34, 9];
      const inner = width - left - right;
      const height = top + main + gap + strip + 24;
      const shown = lines.filter(({ of }) => set[of] && set[of].some((v) => v !== null && v !== 0));
      const values = shown.flatMap(({ of }) => set[of]).concat(set.o.map((v, i) => v + set.e[i]));
      const numbers = values.filter((v) => v !== null);
      const high = Math.max(...numbers) * 1.04;
      const low = Math.min(0, ...numbers) * 1.04;
      const far = Math.max(...set.r) * 1.03;
      const round = (v) => Number(v.toFixed(2));
      const x = (v) => round(left + (v / far) * inner);
      const y = (v) => round(top + ((high - v) / (high - low)) * main);
      const residuals = set.m ? set.o.map((v, i) => v - set.m[i]) : [];
      const most = Math.max(...residuals.map((v, i) => Math.abs(v) + set.e[i]), 1e-9) * 1.05;
      const base = top + main + gap;
      const z = (v) => round(base + ((most - v) / (2 * most)) * strip);
      const root = draw(plot, "svg", {
        viewBox: "0 0 " + width + " " + height, role: "img",
        "aria-label": "Rotation curve of " + galaxy + ", " + set.k + ": " + set.r.length
          + " points to " + set.r[set.r.length - 1] + " kpc",
        "font-family": "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif",
      });
      const path = (d, tone, more) => draw(root, "path", {
        d, class: "s-" + tone, fill: "none", ...more,
      });
      const text = (at, content, more) => draw(root, "text", {
        x: at[0], y: at[1], "font-size": 6.5, class: "f-ink2", ...more,
      }, content);
      text([0, 8], "V (km/s)", { "font-size": 7.5, class: "f-ink" });
      for (const tick of ticks(low, high, 6)) {
        path("M" + left + " " + y(tick) + "h" + inner, tick ? "rule" : "ink2", {
          "stroke-width": tick ? 0.4 : 0.5,
        });
        text([left - 4.2, y(tick) + 2.2], String(tick).replace("-", "−"), { "text-anchor": "end" });
      }
      const step = ticks(0, most, 2).concat(ticks(0, most, 5)).find((tick) => tick > 0);
      for (const tick of [-1, 0, 1]) {
        const value = tick * step;
        path("M" + left + " " + z(value) + "h" + inner, tick ? "rule" : "ink2", {
          "stroke-width": tick ? 0.4 : 0.9,
        });
        text([left - 4.2, z(value) + 2.2], String(value).replace("-", "−"), { "text-anchor": "end" });
      }
      for (const tick of ticks(0, far, 6)) {
        path("M" + x(tick) + " " + (base + strip) + "v2.6", "ink2", { "stroke-width": 0.5 });
        text([x(tick), base + strip + 9.7], String(tick), { "text-anchor": "middle" });
      }
      for (const [from, size] of [[top, main], [base, strip]]) {
        path("M" + left + " " + from + "v" + size + "h" + inner, "ink2", { "stroke-width": 0.5 });
      }
      text([left + inner / 2, height - 3], "R (kpc)", {
        "font-size": 7.5, "text-anchor": "middle", class: "f-ink",
      });
      for (const line of shown) {
        let d = "";
        let pen = "M";
        set[line.of].forEach((v, i) => {
          d += v === null ? "" : pen + x(set.r[i]) + " " + y(v);
          pen = v === null ? "M" : "L";
        });
        path(d, line.tone, {
          "stroke-width": line.width, "stroke-dasharray": line.dash, "stroke-linejoin": "round",
          "stroke-linecap": line.round ? "round" : "butt",
        });
      }
      function points(values, place) {
        values.forEach((v, i) => {
          path("M" + x(set.r[i]) + " " + place(v - set.e[i]) + "V" + place(v + set.e[i]), "ink2", {
            "stroke-width": 0.55,
          });
          draw(root, "circle", {
            cx: x(set.r[i]), cy: place(v), r: 1.55, "stroke-width": 0.6,
            class: set.h ? "f-bg s-ink" : "f-ink",
          });
        });
      }
      points(set.o, y);
      points(residuals, z);
      return shown;
    }

    function key(shown) {
      const list = dialog.querySelector(".key");
      list.textContent = "";
      for (const line of shown) {
        const item = element(list, "li");
        const sample = draw(item, "svg", { viewBox: "0 0 30 8", "aria-hidden": "true" });
        draw(sample, "path", {
          d: "M1 4h28", class: "s-" + line.tone, fill: "none", "stroke-width": line.width * 1.4,
          "stroke-dasharray": line.dash, "stroke-linecap": line.round ? "round" : "butt",
        });
        item.append(line.name);
      }
    }

    function show(galaxy, sets, index) {
      const set = { ...sets[0], h: 0, ...sets[index] };
      plot.textContent = "";
      key(picture(galaxy, set));
      dialog.querySelector("p").textContent = "Points: observed"
        + (set.h ? ", hollow because the fit lies on a bound" : "")
        + ". Below: observed less total.";
    }

    dialog.querySelector(".close").onclick = () => dialog.close();
    return {
      open(galaxy, columns, row) {
        const sets = data.curves[galaxy];
        const model = columns.find((column) => column.name === "model");
        const wanted = model ? model.texts[row] : "";
        const cells = (label) => label.split(", ").every((part) => {
          const [name, value] = part.split(" ");
          const column = columns.find((other) => other.name === name);
          return value === undefined ? !model || part === wanted
            : !column || number(column.texts[row]) === Number(value);
        });
        const first = Math.max(0, sets.findIndex((set) => cells(set.k)));
        dialog.querySelector("h2").textContent = galaxy;
        controls.textContent = "";
        if (sets.length > 1) {
          const select = element(element(controls, "label", {}, "Fit"), "select");
          sets.forEach((set, index) => element(select, "option", { value: index }, set.k));
          select.value = first;
          select.onchange = () => show(galaxy, sets, Number(select.value));
        }
        show(galaxy, sets, first);
        dialog.showModal();
      },
    };
  })();

  for (const source of data.tables) table(source);
})();
