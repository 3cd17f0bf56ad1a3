### The chat: the bubble on other sites (widget-bubble-…, built into the loader), and the panel.
### No plural selectors here: the panel gets each message as a template and puts the values in itself.

## The bubble

widget-bubble-open = 打开客服对话
widget-bubble-close = 收起客服对话
widget-bubble-unread = 打开客服对话，未读消息：{ $count }
widget-bubble-frame = 官方客服对话

## The head of the panel

widget-title = { $brand } 客服
widget-title-unread = ({ $count }) { $title }
widget-official = 这真的是你们吗？
widget-official-desk = 官方客服
widget-with-assistant = 智能助手在回答
widget-with-agent = { $name }，客服编号 { $number }
widget-with-queue = 正在排队，等客服接手
widget-with-ticket = 已转为工单
widget-with-closed = 对话已结束
widget-minimise = 收起
widget-menu = 选项
widget-language = 语言
widget-sound = 新消息提示音
widget-transcript-download = 下载对话记录
widget-transcript-mail = 把对话记录发到我的邮箱
widget-transcript-mailed = 对话记录已发往您的邮箱。
widget-case = 打开工单 { $reference }
widget-end = 结束对话
widget-end-sure = 要结束这次对话吗？
widget-end-why = 对话内容会保留，您随时可以再写给我们。
widget-cancel = 取消
widget-close = 关闭
widget-tab = 在新标签页打开

## Before a conversation

widget-welcome = 您好，遇到什么问题？
widget-welcome-lead = 写下发生了什么就好。智能助手会马上回答，您也可以随时转人工客服。
widget-never-ask = 我们绝不会索要密码、验证码、私钥或助记词，也不会要求远程控制您的设备。
widget-incidents = 当前公告
widget-topics = 常见问题
widget-fits = 这些也许能直接解决
widget-fits-count = 可能有帮助的文章：{ $count }
widget-fits-hide = 隐藏建议
widget-form = 改用表单提交

## The conversation

widget-conversation = 对话
widget-loading = 正在载入对话
widget-older = 正在载入更早的消息
widget-today = 今天
widget-yesterday = 昨天
widget-new = 新消息
widget-jump = 跳到最新消息
widget-jump-new = 新消息：{ $count }
widget-you = 您
widget-desk = 客服系统
widget-assistant = 智能助手
widget-assistant-label = 自动回答
widget-sent = 已送达
widget-read = 已读
widget-sending = 正在发送
widget-waiting = 等待网络连接，恢复后会自动发送
widget-not-sent = 没有发出
widget-again = 点此重试
widget-take-back = 取回修改
widget-check = 核实这条消息
widget-code = 本条消息的代码：{ $code }
widget-code-why = 在官方核实页输入它，就能确认这条消息是我们发的。
widget-code-go = 打开官方核实页
widget-sources = 依据
widget-taken = 我们移除了其中的机密
widget-typing = { $name } 正在输入…
widget-writing = 智能助手正在回答…
widget-image = 查看大图：{ $name }
widget-download = 下载 { $name }（{ $size }）
widget-file-gone = 这个文件暂时打不开，请稍后再试。

## Waiting for a person

widget-person = 转人工客服
widget-place-next = 下一位就是您
widget-place = 您排在第 { $place } 位
widget-wait = 预计等待 { $range }
widget-wait-soon = 预计不到一分钟
widget-wait-unknown = 等待时间还无法估计
widget-wait-why = 关闭窗口也不会失去排队位置。
widget-closed-now = 现在没有客服在线，您写下的内容会保留。
widget-opens-at = { $time } 恢复服务。
widget-meanwhile = 等待时也许有用
widget-leave = 留下邮箱，不必等待
widget-leave-why = 我们的答复会发到这个邮箱，您可以放心离开。
widget-email = 邮箱地址
widget-email-wrong = 请填写完整的邮箱地址，例如 name@example.com。
widget-name = 怎么称呼您（选填）
widget-leave-send = 保存
widget-left = 答复会同时发往 { $contact }。
widget-ticket = 客服会继续处理，答复会出现在这里和工单里。

## Writing

widget-write = 写消息…
widget-message = 您的消息
widget-send = 发送
widget-attach = 添加文件
widget-camera = 拍照
widget-drop = 松开即可添加文件
widget-count = { $length } / { $max }
widget-too-long = 消息太长，请分成几条发送。
widget-file-remove = 移除 { $name }
widget-file-large = “{ $name }”超过 { $max } MB，请压缩或分开发送。
widget-files-many = 一条消息最多带 { $max } 个文件。
widget-file-failed = 这个文件没有传上来，请移除后重新选择。
widget-file-waiting = 网络已断开，恢复后会自动继续。
widget-files-busy = 文件传完后，消息会自动发出。

## The line

widget-offline = 网络已断开，正在重新连接。您写的内容都会保留。
widget-online = 已重新连接。
widget-failed = 没有成功，请稍后再试。什么都没有丢失。

## The end

widget-ended = 对话已结束
widget-ended-why = 还有问题？直接写下来，我们会重新开始。
widget-start = 开始新的对话
widget-rate = 这次的帮助怎么样？
widget-rate-1 = 1 分，很差
widget-rate-2 = 2 分，不好
widget-rate-3 = 3 分，一般
widget-rate-4 = 4 分，不错
widget-rate-5 = 5 分，很好
widget-rate-comment = 想说点什么吗？（选填）
widget-rate-send = 提交评价
widget-rated = 您评了 { $score } 分（满分 5 分）。谢谢，我们会认真看。

## A secret, before it is sent

widget-guard-title = 请不要发送这些内容
widget-guard-certain = 您输入的内容里，似乎有任何人都不该知道的信息，包括我们。客服绝不会向您索要。
widget-guard-may = 这可能是私钥。交易哈希看起来和它一样；如果是交易哈希，直接发送即可。
widget-guard-remove = 移除
widget-guard-anyway = 再按一次发送按钮，就会按原样发送。我们识别出的机密仍会在保存之前移除。
widget-guard-done = 已移除。
widget-guard-mark = ⟦已移除：{ $kind }⟧
widget-secret-seed-phrase = 助记词
widget-secret-private-key = 私钥
widget-secret-api-secret = API 密钥
widget-secret-access-token = 访问令牌
widget-secret-totp-secret = 两步验证密钥
widget-secret-recovery-code = 恢复码
widget-secret-card-number = 银行卡号
widget-secret-cvv = 卡片安全码
widget-secret-otp-code = 一次性验证码
widget-secret-password = 密码
