### The live chat: names, what happened, the transcript.

chat-stranger = 访客 { $number }
chat-event-joined = { $name }（客服编号 { $number }）已加入对话
chat-event-queued = 已为您排队等待人工客服
chat-event-handed-over = 对话已转给另一位客服
chat-event-agent-gone = 客服已离线，您仍保留原来的位置
chat-event-ended = 对话已结束
chat-event-ended-own = 您结束了对话
chat-event-ended-nobody = 现在没有客服在线。您的对话已作为工单保留，我们会在这里回复您
chat-taken-undecided = 其中一段内容可能是私钥，已为您封存，客服看不到。请在工单页面决定如何处理。
chat-transcript-title = { $brand } 对话记录 · { $reference }
chat-transcript-record = 记录校验：第 { $number } 条，哈希 { $hash }
chat-transcript-you = 您
chat-transcript-assistant = 助手

chat-offer-form = 填写“{ $category }”表单
chat-offer-person = 转人工客服
chat-offer-resolved = 问题已解决

## The demo's page of a pretend exchange

demo-shop-title = 示例交易所
demo-shop-lead = 这不是真实的交易所：它演示聊天窗口在交易所页面上的样子。
demo-shop-balance = 资产
demo-shop-pending = 一笔充值正在确认：0.5 BTC
demo-shop-markets = 行情
demo-shop-pair = 交易对
demo-shop-price = 价格
demo-shop-day = 24 小时
demo-shop-engineers = 给工程师
demo-shop-open = 打开聊天
demo-shop-sign-in = 登录
demo-shop-signed-in = 已登录：Lin Wei
demo-shop-languages = 语言
