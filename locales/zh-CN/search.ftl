### 搜索与筛选

field-q = 搜索
field-query = 筛选条件
error-unknown-filter = 没有“{ $filter }:”这个筛选项。可用的有：{ $known }。如果要搜索带冒号的文字，请给它加上双引号。
error-invalid-filter = 筛选项“{ $filter }:”没有“{ $value }”这个值。请从输入时给出的建议中选择。
error-repeated-filter = 筛选项“{ $filter }:”写了两个不同的值。请只保留一个。
error-negated-filter = 筛选项“{ $filter }:”前面不能加减号，只有 -tag: 可以。请去掉减号。
error-too-many-terms = “{ $field }”一次最多搜索 { $max } 个词。请去掉一些。
error-too-many-filters = “{ $field }”一次最多筛选 { $max } 个标签。请去掉一些。
error-search-starting-title = 搜索正在准备
error-search-starting = 搜索还在启动，其他功能照常可用。请稍等几秒再搜索。
