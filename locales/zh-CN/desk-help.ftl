### The help center as its writers see it, and the theme of the customers' pages.

## Frame

articles = 帮助中心
articles-all = 全部文章
articles-review = 待审核
articles-due = 到期复查
articles-outdated = 过时的译文
articles-broken = 失效链接
article-lists = 待处理
articles-list = 文章
articles-find = 标题或网址名称
articles-none = 这里还没有文章。
articles-none-found = 没有符合的文章。
broken-why = 已发布的文章中，指向不存在或客户无法阅读的文章的链接。
broken-none = 所有链接都有效。
move-down = 将{ $name }下移

## Filters

article-state = 状态
article-state-any = 任何状态
article-language-any = 任何语言
state-articles-published = 已发布
state-articles-writing = 撰写中
state-articles-review = 待审核
state-articles-approved = 已批准
state-articles-scheduled = 定时发布
state-articles-due = 到期复查
state-articles-outdated = 译文过时
state-articles-missing = 缺少
state-articles-archived = 已归档

## Where a text stands

article-stands = { $language }：{ $marks }
article-version-short = v{ $number }
mark-missing = 尚未撰写
mark-published = 已发布，版本 { $number }
mark-withdrawn = 已撤下
mark-writing = 撰写中
mark-review = 待审核
mark-approved = 已批准
mark-scheduled = 定时发布
mark-scheduled-at = 将于 { $time } 发布
mark-due = 到期复查
mark-outdated = 译文过时
mark-missing-short = 缺少
mark-withdrawn-short = 已撤下
mark-writing-short = 撰写中
mark-review-short = 待审核
mark-approved-short = 已批准
mark-scheduled-short = 定时
mark-due-short = 到期
mark-outdated-short = 过时
article-votes-short = { $count } 人评价，{ $helpful } 人认为有用
article-policy-short = 政策

## An article

article = 文章
article-new = 新建文章
article-make = 开始撰写
article-title = 标题
article-first-language = 首先撰写的语言
article-summary = 摘要
article-summary-hint = 一两句话：显示在标题下方和搜索结果中。
article-keywords = 搜索词
article-keywords-hint = 客户可能用来查找的其他词语，用逗号分隔。
article-body = 正文
article-text = 撰写
article-slug = 网址名称
article-slug-hint = 小写拉丁字母、数字和连字符。旧名称会永久指向这里。
article-slug-new-hint = 留空则根据标题生成。
article-policy = 条款、隐私、规则或费率：客户可以阅读所有曾经生效的版本
article-related = 接着阅读
article-related-add = 添加接着阅读的文章
article-archive = 归档文章
article-archived = 本文已归档：客户找不到它，内容全部保留。
article-take-back = 恢复
article-take-back-named = 恢复{ $name }
article-public = 客户页面
article-languages = 语言
article-panels = 正文旁
article-panel-preview = 预览
article-panel-versions = 版本
article-panel-original = 原文
article-panel-readers = 读者
article-panel-settings = 位置
article-minutes = 阅读约 { $count } 分钟
article-length = { $length } / { $max } 个字符
article-broken = 以下链接无法打开：{ $links }

## The toolbar

article-tool-bold = 粗体
article-tool-italic = 斜体
article-tool-heading = 小标题
article-tool-list = 列表
article-tool-steps = 步骤
article-tool-table = 表格
article-tool-callout = 提示框：说明、提示、重要
article-tool-code = 代码
article-tool-article = 链接到文章
article-tool-picture = 图片
article-picture-alt = 图片内容说明
article-picture-sending = 正在上传 { $names }…
article-picture-sent = { $name } 已插入正文。
article-drop = 将图片拖放到这里

## Keeping what is typed

article-saving = 正在保存…
article-saved = 草稿已保存
article-unsent = 已保存在本设备，尚未送达服务器
article-newer = 有人同时修改了内容。您的内容没有丢失。
article-newer-by = { $name }，{ $time }
article-newer-legend = 删除线为对方的内容，下划线为您的内容。
article-take-theirs = 采用对方的
article-keep-mine = 保留我的

## Steps to what customers read

article-written = 最后撰写：{ $name }，{ $time }
article-approved-by = · 批准人：{ $name }
article-goes-out = 将于 { $time } 发布
article-returned-by = { $name } 退回：
article-published = 客户看到的是版本 { $number }：{ $name }，{ $time }
article-unpublished = 客户无法以此语言阅读。
article-reviewed = 复查：{ $name }，{ $date }
article-due-on = 下次复查：{ $date }
article-due-since = 自 { $date } 起待复查
article-changing = 修改后需重新审核。
article-two-people = 这里需要两个人：由没有参与撰写的人批准。
article-two-people-you = 这里需要两个人：请先批准，然后才能发布。
article-two-people-not-you = 这里需要两个人。您参与了撰写，须由同事批准后才能发布。
article-more = 更多操作
article-did-submit = 已提交审核
article-did-approve = 已批准
article-did-return = 已退回
article-did-publish = 已发布
article-did-schedule = 将于 { $time } 发布
article-did-unschedule = 已取消定时发布
article-did-discard = 已丢弃草稿
article-did-restore = 已将版本 { $number } 作为草稿
article-did-confirm = 确认仍然正确
article-did-make = 已新建文章
article-did-move = 已移动文章
article-did-change = 已更改文章
article-did-archive = 已归档
article-did-take-back = 已恢复
article-return-title = 退回给撰写人
article-remark = 需要修改什么
article-schedule-title = 定时发布
article-schedule-at = 日期和时间（您所在时区）
article-schedule-past = 请选择将来的时间。
article-withdraw-title = 要从客户处撤下这篇内容吗？
article-withdraw-consequence = 此语言将无人能找到它。所有版本保留，可以再次发布。

## Versions and differences

versions = 版本
versions-none = 从未以此语言发布过。
versions-from = 从
versions-to = 到
version-number = 版本 { $number }
version-draft = 正在撰写的内容
version-current = 客户看到的
version-reviewed = 审核：{ $name }
version-translates = 译自 { $language } 版本 { $number }
version-restore = 恢复
version-restore-named = 恢复版本 { $number }
diff-none = 没有差异。
diff-gap = · { $count } 行未变 ·

## Translations

original-none = 没有可供翻译的其他语言：尚无其他已发布内容。
original-language = 原文
original-says = 本文与 { $language } 版本 { $number } 内容一致
original-shown = 显示原文的内容
original-since = 自版本 { $number } 起的更改
original-whole = 全文

## What readers said

readers-all-languages = 所有语言
readers-none = 还没有读者评价。
readers-helpful = 有用
readers-unhelpful = 没有用
readers-solved = 无需再提问
readers-comments = 读者意见
vote-reason-unclear = 难以理解
vote-reason-outdated = 内容过时
vote-reason-wrong = 内容有误
vote-reason-other = 其他

## Sections

section = 版块
sections = 版块
sections-all = 所有版块
sections-edit = 编辑版块
sections-why = 客户在帮助中心首页看到的分类及其下级版块。
sections-none = 还没有版块。
sections-first = 文章须放在版块中，目前还没有版块。请由有发布权限的人新建。
section-new = 新建版块
section-articles = { $count } 篇文章
section-slug-hint = 小写拉丁字母、数字和连字符
section-parent = 上级版块
section-top = 无（作为分类）
section-days = 多少天后复查文章
section-days-hint = 留空：与上级版块相同
section-review-every = 每 { $count } 天复查。
section-review-short = 每 { $count } 天复查
section-review-never = 未设定复查间隔。
section-two-people = 发布需要两个人：一人撰写，另一人批准
section-two-people-short = 两个人
section-two-people-here = 这里发布需要两个人。
section-did-make = 已新建版块“{ $name }”
section-did-change = 已更改版块“{ $name }”
section-did-move = 已移动版块“{ $name }”
section-did-remove = 已删除版块“{ $name }”

## Words that mean the same

words = 同义词
words-why = 搜索已经认识行业用语。您可以在这里教它本平台自己的说法：产品名称、客户的习惯叫法、常见的错别字。保存后立即生效。
words-languages = 词语的语言
words-list = 同义词组
words-none = 这种语言还没有自己添加的词组。
words-add-label = 新词组
words-edit-label = 词组
words-add = 添加
words-hint = 意思相同的词或短语，用逗号分隔，例如：理财，赚币，余币宝
words-alone = 请至少填写两个意思相同的词，用逗号分隔。
words-leads = 也能找到
words-little = 几乎不含信息
words-did-add = 已添加：{ $line }
words-did-change = 已修改：{ $line }
words-did-remove = 已移除：{ $line }
words-more = 其他写法
words-more-leads-example = 诈骗，骗局 > 账户安全
words-more-leads = 搜索前面的词也能找到后面的，反过来则不行。
words-more-weight-example = 0.6: 丢失，被盗
words-more-weight = 意思相近但不完全相同：另一个词所占的分量，从 0 到 1。
words-more-little-example = ~ 请问，怎么才能
words-more-little = 对想找的内容几乎没有说明的词。
words-more-remark-example = # 去年的产品名
words-more-remark = 写给同事看的备注。
words-try = 试一个问题
words-try-hint = 像客户那样提问。
words-try-writing = 正在填写的词组在保存之前就会一并试用。
words-now = 目前已保存的
words-then = 加上正在填写的
words-new = 新增
words-found-none = 没有找到内容。
words-unsure = 搜索对结果没有把握，因此也会请客户填写表单。

## Theme

settings-theme = 客户页面的外观
theme-why = 帮助中心、表单和案件页面的标志、颜色与链接。未填写的保持默认。
theme-logo = 标志
theme-logo-choose = 选择图片
theme-logo-none = 改用名称
theme-logo-hint = PNG、JPEG 或 WebP，以 28 像素高显示在深蓝底色上。
theme-accent-light = 浅色页面使用自定义强调色
theme-accent-dark = 深色页面使用自定义强调色
theme-accent-hint = 难以辨认的颜色在保存时会被拒绝。
theme-header = 页首链接
theme-footer = 页脚链接
theme-link-add = 添加链接
theme-link-new = 新链接
theme-link-to = 链接地址
theme-link-hint = https://… 或本站以 / 开头的页面
theme-terms = 条款文章
theme-privacy = 隐私文章
theme-article-hint = 该文章的网址名称；留空表示没有
theme-choose = 选择…
theme-choose-named = 选择… { $name }

## Keys

keys-article = 帮助中心
key-articles = 帮助中心
key-article-new = 新建文章
key-article-write = 撰写正文
key-article-submit = 提交审核
key-article-approve = 批准
key-article-return = 退回
key-article-publish = 立即发布
key-article-schedule = 定时发布
key-article-unschedule = 取消定时发布
key-article-confirm = 仍然正确
key-article-discard = 丢弃草稿
key-article-withdraw = 从客户处撤下
key-article-next-language = 下一种语言
key-article-previous-language = 上一种语言
key-article-preview = 预览
key-article-versions = 版本与差异
key-article-original = 译文旁的原文
key-article-readers = 读者意见
key-article-settings = 位置、网址、归档
