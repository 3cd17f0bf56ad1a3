help-callout-note = 说明
help-callout-tip = 提示
help-callout-warning = 重要
help-category-general = 通用
