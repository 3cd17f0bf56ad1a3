help-callout-note = 참고
help-callout-tip = 팁
help-callout-warning = 중요
help-category-general = 일반
