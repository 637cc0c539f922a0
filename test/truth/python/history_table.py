"""Reads the history.csv beside a plan file: what was known of each series on a day."""

import csv
import os


def known_series(plan_path, day):
    """{series: {year: value}}, of each year the vintage published last; a year or month means its first day."""
    path = os.path.join(os.path.dirname(plan_path), "history.csv")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["day"] = row["published"] + "-01-01"[len(row["published"]) - 4 :]
    series = {}
    for row in sorted(rows, key=lambda row: row["day"]):
        if row["day"] <= day:
            series.setdefault(row["indicator"], {})[int(row["year"])] = float(row["value"])
    return {name: dict(sorted(points.items())) for name, points in series.items()}
