package org.jiesu.workflow.engine;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine from being turned against its owner: a model that could run code is refused at deployment with every
 * fault named, and expressions see the delegates and no other bean.
 */
@Component
class ModelGuard extends AbstractProcessEnginePlugin implements Deployer {

    private final BeanFactory beans;

    ModelGuard(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Delegates delegates = new Delegates();
        engine.setBeans(delegates);
        engine.setExpressionManager(new PlainExpressions(delegates));
        engine.setCustomPreDeployers(new ArrayList<>(List.of(this)));
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<String> faults = deployment.getResources().values().stream()
                .flatMap(file -> ModelCheck.faults(file.getName(), file.getBytes(), this::isDelegate).stream()
                        .map(fault -> file.getName() + " " + fault))
                .toList();
        if (!faults.isEmpty()) {
            throw new BadUserRequestException("不能部署：" + String.join("；", faults));
        }
    }

    private boolean isDelegate(String bean) {
        return beans.containsBean(bean) && beans.isTypeMatch(bean, JavaDelegate.class);
    }

    /** What an expression can name besides variables. */
    private final class Delegates extends AbstractMap<Object, Object> {

        @Override
        public boolean containsKey(Object name) {
            return name instanceof String bean && isDelegate(bean);
        }

        @Override
        public Object get(Object name) {
            return containsKey(name) ? beans.getBean((String) name) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            throw new UnsupportedOperationException("Delegates are asked for by name only");
        }
    }
}
